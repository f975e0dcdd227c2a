"""Rerank: order documents by their relevance to a question."""

from patchbay_client import Patchbay

DOCUMENTS = [
    "Tin prices rose on Monday.",
    "Oslo is the capital of Norway.",
    "The cat sleeps on the warm mat.",
]

client = Patchbay()
ranking = client.rerank.create(
    model="cohere/rerank-v3.5",
    query="What is the capital of Norway?",
    documents=DOCUMENTS,
    top_n=2,
)
for result in ranking.results:
    print(f"{result.relevance_score:.3f}  {DOCUMENTS[result.index]}")
assert len(ranking.results) == 2
assert ranking.results[0].index == 1
