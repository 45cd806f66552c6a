-- Another page of another list for every request.
local provinces = { "antwerpen", "limburg", "oost-vlaanderen", "vlaams-brabant", "west-vlaanderen" }
local services = { "open-helpdesk", "training", "repair" }
request = function()
  return wrk.format("GET", string.format("/v1/service-points?province=%s&service=%s&page=%d",
    provinces[math.random(#provinces)], services[math.random(#services)], math.random(5)))
end
