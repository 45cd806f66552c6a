-- RATE requests a second over CONNECTIONS connections: each waits before its next request, as long as that takes on average.
local wait = tonumber(os.getenv("CONNECTIONS")) * 1000 / tonumber(os.getenv("RATE"))
init = function() math.randomseed(os.time()) end
delay = function()
  local whole = math.floor(wait)
  return math.random() < wait - whole and whole + 1 or whole
end
