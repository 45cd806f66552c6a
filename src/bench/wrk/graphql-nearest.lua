-- A different origin in Flanders for every request.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
request = function()
  local query = string.format("{ servicePoints(lat: %.5f, lon: %.5f, first: 5) { totalCount edges { distanceMetres node { name address { street postalCode } } } } }",
    50.75 + 0.6 * math.random(), 2.7 + 2.9 * math.random())
  return wrk.format(nil, "/graphql", nil, '{"query":"' .. query .. '"}')
end
