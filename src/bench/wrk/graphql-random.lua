-- A different origin in Flanders for every request, sent as variables of one document.
local threads = 0
setup = function(thread) threads = threads + 1; thread:set("number", threads) end
init = function() math.randomseed(os.time() * 64 + number) end
wrk.headers["Content-Type"] = "application/json"
request = function()
  local lat = 50.75 + 0.6 * math.random()
  local lon = 2.7 + 2.9 * math.random()
  return wrk.format("POST", nil, nil, string.format([[{"query":"query ($lat: Float, $lon: Float, $first: Int) { servicePoints(lat: $lat, lon: $lon, first: $first) { totalCount edges { distanceMetres node { name digibank { name } } } } }","variables":{"lat":%.6f,"lon":%.6f,"first":%d}}]], lat, lon, math.random(8, 12)))
end
