"""The same application with only the standard library of Python. Usage: app.py BASE_URL; prints its results as JSON."""

import json
import sys
import urllib.error
import urllib.request

base_url = sys.argv[1]


def post(messages, **more):
    body = json.dumps({"model": "openai/gpt-4o-mini", "messages": messages, **more}).encode()
    headers = {"authorization": "Bearer sk-or-v1-app", "content-type": "application/json"}
    request = urllib.request.Request(f"{base_url}/chat/completions", body, headers, method="POST")
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def ask(messages):
    return json.loads(post(messages)[1])


question = {"role": "user", "content": "How is the weather?"}
first = ask([question])["choices"][0]["message"]
call = first["tool_calls"][0]
second = ask([question, first, {"role": "tool", "tool_call_id": call["id"], "content": "sunny"}])

tries = []
while not tries or (tries[-1] == 429 and len(tries) < 5):
    status, text = post([{"role": "user", "content": "hurry up"}])
    tries.append(status)
answer = json.loads(text)

events = [e for e in post([{"role": "user", "content": "stream it"}], stream=True)[1].split("\n\n") if e.startswith("data: ")]
payloads = [json.loads(e[6:]) for e in events if "[DONE]" not in e]
print(
    json.dumps(
        {
            "called": f"{call['function']['name']}({call['function']['arguments']})",
            "weather": second["choices"][0]["message"]["content"],
            "tries": tries,
            "answer": answer["choices"][0]["message"]["content"],
            "servedBy": answer["provider"],
            "streamed": "".join(c["delta"].get("content") or "" for p in payloads for c in p["choices"][:1]),
            "sawEnd": any("[DONE]" in e for e in events),
        }
    )
)
