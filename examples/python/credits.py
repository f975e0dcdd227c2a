"""Credits: the balance of the account, the limit of a key, and an error that says what to do."""

from decimal import Decimal

from patchbay_client import APIError, Patchbay

account = Patchbay(management_key="sk-or-mgmt-example")
totals = account.credits.get().data
print(f"{Decimal(str(totals.total_credits)) - Decimal(str(totals.total_usage))} USD available")

# An application gets a key of its own, with a limit. The key is shown only once.
created = account.keys.create(name="Example application", limit=0.000001)
try:
    application = Patchbay(api_key=created.key)
    application.chat.completions.create(
        model="openai/gpt-5-mini",
        messages=[{"role": "user", "content": "What is the capital of Norway?"}],
    )
except APIError as error:
    print(error)
    assert error.code == "insufficient_credits"
else:
    raise AssertionError("The limit of the key was ignored.")
finally:
    account.keys.delete(hash=created.data.hash)
