"""Semantic search: embed a question and some notes, and order the notes by similarity."""

from patchbay_client import Patchbay

NOTES = [
    "The cat sleeps on the warm mat.",
    "Tin prices rose on Monday.",
    "Patch the microphone into channel two.",
]

client = Patchbay()
embedded = client.embeddings.embed(
    model="openai/text-embedding-3-small",
    input=["Where does the cat sleep?", *NOTES],
)
question, *vectors = embedded.vectors

scores = [sum(a * b for a, b in zip(question, vector, strict=True)) for vector in vectors]
for score, note in sorted(zip(scores, NOTES, strict=True), reverse=True):
    print(f"{score:.3f}  {note}")
assert max(scores) == scores[0]
