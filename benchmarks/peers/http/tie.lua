-- wrk -s tie.lua URL -- RESIDENTS REFERENCE_FORMAT tie|both [SEED]
-- Each request records a tie between two residents drawn at random, with the day of their last contact, under an id of its own.
-- both: and in the same request a dated contact over a tie recorded before.
-- Counts answers that are not 200 or show no tie; a pair that was drawn before is refused, which is right and rare.
local residents, reference, mode, head
local threads, known = {}, {}
local query = {
  tie = 'mutation($t: RecordTieInput!) { recordTie(input: $t) { tie { id lastContact } errors { __typename } } }',
  both = 'mutation($t: RecordTieInput!, $c: RecordContactInput!) { recordTie(input: $t) { tie { id namedBy { reference } } errors '
    .. '{ __typename } } recordContact(input: $c) { resident { reference } errors { __typename } } }',
}

function setup(thread) table.insert(threads, thread) end

function init(args)
  bad, refused = 0, 0
  residents, reference, mode = tonumber(args[1]), args[2], args[3]
  math.randomseed(tonumber(args[4] or os.time()))
  for _ = 1, 10 do math.random() end
  wrk.method, wrk.headers['Content-Type'] = 'POST', 'application/json'
  head = '{"query":"' .. query[mode] .. '","variables":{"t":{"commandId":"'
end

local function id()
  return string.format('%08x-%08x-%08x', math.random(0, 0x7fffffff), math.random(0, 0x7fffffff), math.random(0, 0x7fffffff))
end

local function name(at) return string.format(reference, at) end

function request()
  local from = math.random(1, residents)
  local to = math.random(1, residents - 1)
  if to >= from then to = to + 1 end
  local body = head .. id() .. '","from":"' .. name(from) .. '","toResident":"' .. name(to) .. '","kind":"ACQUAINTANCE","lastContact":"2026-11-01"}'
  if mode == 'both' then
    local tie = #known > 0 and known[math.random(1, #known)] or { tie = name(1) .. '#1', from = name(1) }
    body = body .. ',"c":{"commandId":"' .. id() .. '","resident":"' .. tie.from .. '","tie":"' .. tie.tie .. '","on":"2026-11-02"}'
  end

  return wrk.format(nil, nil, nil, body .. '}}')
end

function response(status, headers, answer)
  if status ~= 200 then
    bad = bad + 1
  elseif not answer:find('"errors":null', 1, true) then
    refused = refused + 1
  elseif mode == 'both' and #known < 10000 then
    local tie, from = answer:match('"id":"([^"]+)","namedBy":{"reference":"([^"]+)"')
    if tie then table.insert(known, { tie = tie, from = from }) end
  end
end

function done(summary, latency)
  local wrong, no = 0, 0
  for _, thread in ipairs(threads) do wrong, no = wrong + thread:get('bad'), no + thread:get('refused') end
  if no > 5 + summary.requests / 1000 then wrong = wrong + no end
  print(string.format('FIGURES %d %.6f %d %.0f %.0f %.0f %d', summary.requests, summary.duration / 1e6, summary.bytes,
    latency:percentile(50), latency:percentile(99), latency.max, wrong + summary.errors.connect + summary.errors.read
    + summary.errors.write + summary.errors.timeout))
end
