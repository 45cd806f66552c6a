-- A different origin in Flanders for every request, others in each thread and run. The requests are laid out before the
-- first is sent: making them takes time that the service would have.
local threads = 0
setup = function(thread) threads = threads + 1; thread:set("number", threads) end
local requests, sent = {}, 0
init = function()
  math.randomseed(os.time() * 64 + number)
  for i = 1, 60000 do
    local lat = 50.75 + 0.6 * math.random()
    local lon = 2.7 + 2.9 * math.random()
    requests[i] = wrk.format("GET", string.format("/v1/service-points?lat=%.6f&lon=%.6f&service=open-helpdesk", lat, lon))
  end
end
request = function()
  sent = sent + 1
  return requests[sent] or error("more requests were sent than were laid out")
end
