from typing import Literal, TypeAlias

ModelId: TypeAlias = Literal["openai/gpt-5-mini"] | str
"""The id of a model. The known ids complete in an editor, and any other id is accepted."""
