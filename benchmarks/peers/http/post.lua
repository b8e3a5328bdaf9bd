-- wrk -s post.lua URL -- QUERY_FILE WARDS [WARD_CODE_FORMAT]
-- POSTs the query; its variable $w walks over the wards with a fixed stride: a number, or a string if a format such as E05%06d is given.
-- Counts answers that are not 200 or hold "errors": a load test that measures refusals measures nothing.
local body, format, wards, at
local threads = {}
local function escape(text) return (text:gsub('\\', '\\\\'):gsub('"', '\\"'):gsub('[\r\n]+', ' ')) end

function setup(thread) table.insert(threads, thread) end

function init(args)
  bad, at = 0, 0
  body = escape(io.open(args[1]):read('*a'))
  wards = tonumber(args[2] or '1')
  format = args[3] and '"' .. args[3] .. '"' or '%d'
  wrk.method, wrk.headers['Content-Type'] = 'POST', 'application/json'
end

function request()
  at = at + 1
  return wrk.format(nil, nil, nil, '{"query":"' .. body .. '","variables":{"w":' .. string.format(format, (at * 17) % wards + 1) .. '}}')
end

function response(status, headers, answer)
  if status ~= 200 or answer:find('"errors"', 1, true) then bad = bad + 1 end
end

function done(summary, latency)
  local wrong = 0
  for _, thread in ipairs(threads) do wrong = wrong + thread:get('bad') end
  print(string.format('FIGURES %d %.6f %d %.0f %.0f %.0f %d', summary.requests, summary.duration / 1e6, summary.bytes,
    latency:percentile(50), latency:percentile(99), latency.max, wrong + summary.errors.connect + summary.errors.read
    + summary.errors.write + summary.errors.timeout))
end
