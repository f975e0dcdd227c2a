import { createScript, type Script } from "../shared/valkey-store.ts";

/** Functions of the scripts: the same arithmetic as `level.ts`, by the server's clock. */
const levels = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000

local function read(key, amount, interval)
  local text = redis.call('GET', key)
  if not text then return 0 end
  local used, at = string.match(text, '^(%S+) (%S+)$')
  used = tonumber(used)
  at = tonumber(at)
  if at > now then return used end
  return math.max(0, used - (now - at) * amount / interval)
end

local function write(key, used, amount, interval)
  if used <= 0 then return redis.call('DEL', key) end
  local ttl = math.min(9e12, math.ceil(used * interval / amount) + 1)
  return redis.call('SET', key, string.format('%.17g %.17g', used, now), 'PX', string.format('%.0f', ttl))
end
`;

/**
 * Takes from all limits, or from none. Each key has four arguments: amount, interval, burst and cost. Returns the position and the
 * level of each limit that refuses, and nothing if all allow.
 */
export const takeScript: Script = createScript(`${levels}
local used = {}
local refused = {}
for i, key in ipairs(KEYS) do
  local amount, interval = tonumber(ARGV[4 * i - 3]), tonumber(ARGV[4 * i - 2])
  local burst, cost = tonumber(ARGV[4 * i - 1]), tonumber(ARGV[4 * i])
  local level = used[key] or read(key, amount, interval)
  if cost > 0 and level + cost > burst * (1 + 1e-9) then
    refused[#refused + 1] = i - 1
    refused[#refused + 1] = string.format('%.17g', level)
  end
  used[key] = level + cost
end
if #refused > 0 then return refused end
for i, key in ipairs(KEYS) do write(key, used[key], tonumber(ARGV[4 * i - 3]), tonumber(ARGV[4 * i - 2])) end
return refused
`);

/** Adds a difference to a level: amount, interval, difference. */
export const correctScript: Script = createScript(`${levels}
local amount, interval = tonumber(ARGV[1]), tonumber(ARGV[2])
write(KEYS[1], read(KEYS[1], amount, interval) + ARGV[3], amount, interval)
return 1
`);

const leases = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function lease(key, slot, ms)
  redis.call('ZADD', key, now + ms, slot)
  if redis.call('PTTL', key) < tonumber(ms) then redis.call('PEXPIRE', key, ms) end
end
`;

/** Occupies a slot: its id, the most slots, milliseconds of the lease. Returns 1, or 0 if all are occupied. */
export const enterScript: Script = createScript(`${leases}
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
lease(KEYS[1], ARGV[1], ARGV[3])
return 1
`);

/** Extends the leases of slots. Each key has two arguments: the id of the slot, and milliseconds. */
export const renewScript: Script = createScript(`${leases}
for i, key in ipairs(KEYS) do lease(key, ARGV[2 * i - 1], ARGV[2 * i]) end
return 1
`);
