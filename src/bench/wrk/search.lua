-- One of many words and numbers for every request.
local words = { "bibliotheek", "digipunt", "buurthuis", "kerkstraat", "molenstraat", "gent", "leuven", "hasselt", "brugge", "turnhout" }
request = function()
  local word = words[math.random(#words)]
  return wrk.format("GET", string.format("/v1/search?q=%s%%20%d", word, math.random(1000)))
end
