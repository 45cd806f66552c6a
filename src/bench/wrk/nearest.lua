-- A different origin in Flanders for every request, others in each thread and run.
local threads = 0
setup = function(thread) threads = threads + 1; thread:set("number", threads) end
init = function() math.randomseed(os.time() * 64 + number) end
request = function()
  local lat = 50.75 + 0.6 * math.random()
  local lon = 2.7 + 2.9 * math.random()
  return wrk.format("GET", string.format("/v1/service-points?lat=%.6f&lon=%.6f&service=open-helpdesk", lat, lon))
end
