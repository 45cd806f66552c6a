-- A different origin in Flanders for every request.
request = function()
  local lat = 50.75 + 0.6 * math.random()
  local lon = 2.7 + 2.9 * math.random()
  return wrk.format("GET", string.format("/v1/service-points?lat=%.5f&lon=%.5f&service=open-helpdesk", lat, lon))
end
