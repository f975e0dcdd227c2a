# npx patchbay-mock --port 4010, then: bash weather.sh
set -eu
server="${PATCHBAY_URL:-http://127.0.0.1:4010}"
mock="$server/s/curl"
ask() {
  curl -sS "$mock/api/v1/chat/completions" -H "authorization: Bearer sk-or-v1-test" "$@" \
    -d '{"model": "openai/gpt-5-mini", "messages": [{"role": "user", "content": "What is the weather?"}]}'
}

# A rule with two replies: 503 for the first request, then a completion.
curl -sS "$mock/_patchbay/rules" -d '{"match": {"userMessage": "weather"}, "reply": [{"status": 503}, "Sunny."]}'
ask -o /dev/null -w '\n%{http_code}\n'
ask | grep -o '"content":"[^"]*"'

# A fault for this request only.
ask -H 'x-patchbay-fault: 429;retryAfter=7' -o /dev/null -w '%{http_code}\n'

# Read the journal, change the balance of an account, delete the session.
curl -sS "$mock/_patchbay/journal?after=2" | grep -o '"status":429' | head -1
curl -sS "$mock/_patchbay/credits" -d '{"account": "test", "add": -101}' | grep -o '"account":"test"'
curl -sS -X DELETE "$server/_patchbay/sessions/curl"
