-- As near as its schema comes to graphql-random.lua: as many points with their joins, another part of the list each time.
local threads = 0
setup = function(thread) threads = threads + 1; thread:set("number", threads) end
init = function() math.randomseed(os.time() * 64 + number) end
wrk.headers["Content-Type"] = "application/json"
request = function()
  return wrk.format("POST", nil, nil, string.format([[{"query":"query ($first: Int, $offset: Int) { allServicePoints(first: $first, offset: $offset) { totalCount nodes { name digibankByDigibank { name } } } }","variables":{"first":%d,"offset":%d}}]], math.random(8, 12), math.random(0, 70)))
end
