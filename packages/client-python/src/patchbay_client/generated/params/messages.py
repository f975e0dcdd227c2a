# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from ..models.annotations import AssistantAudio, AssistantImage
from ..models.chat_response import ChatCompletionMessage
from ..models.tools import ToolCall
from .annotations import AnnotationParam, AssistantAudioParam, AssistantImageParam
from .content import MessageContentParam, TextContentParam
from .reasoning import ReasoningDetailParam, ReasoningEffort
from .tools import ToolCallParam


class AssistantMessageParam(TypedDict):
    """An earlier message from the model. Send it back unchanged, with its `reasoning_details` in order. As the last
    message, it is a prefill that the model continues.
    """

    role: Literal["assistant"]
    """Always `assistant`."""
    content: NotRequired[MessageContentParam | None]
    """A string, or a list of parts. Absent or None if the model only called tools."""
    name: NotRequired[str | None]
    """Name of the participant."""
    refusal: NotRequired[str | None]
    """The model's refusal message."""
    reasoning: NotRequired[str | None]
    """The reasoning as plain text."""
    reasoning_content: NotRequired[str | None]
    """Alias of `reasoning`."""
    reasoning_details: NotRequired[Iterable[ReasoningDetailParam] | None]
    """The reasoning details as received, with signatures and encrypted parts. Some models require them to continue
    after a tool call.
    """
    tool_calls: NotRequired[Iterable[ToolCallParam | ToolCall] | None]
    """The tool calls that the model requested. Each requires a `tool` message with its result."""
    images: NotRequired[Iterable[AssistantImageParam | AssistantImage] | None]
    """Images that the model generated."""
    audio: NotRequired[AssistantAudioParam | AssistantAudio | None]
    """Audio that the model generated. Its `id` is sufficient."""
    annotations: NotRequired[Iterable[AnnotationParam] | None]
    """Citations and parsed files of the completion. A parsed file that is sent back is not parsed again."""
    model: NotRequired[str | None]
    """The model that generated this message."""


class ReasoningUpdateParam(TypedDict):
    """New reasoning settings."""

    effort: ReasoningEffort
    """The new effort."""


class ConfigurationUpdateParam(TypedDict):
    """Settings that change during a conversation."""

    reasoning: ReasoningUpdateParam
    """The new reasoning settings."""


class SystemMessageParam(TypedDict):
    """Instructions for the model."""

    role: Literal["system"]
    """Always `system`."""
    content: TextContentParam
    """The instructions."""
    name: NotRequired[str | None]
    """Name of the participant. For models other than OpenAI's, it is inserted before the text."""
    configuration_update: NotRequired[ConfigurationUpdateParam | None]
    """Changes model settings from this message on."""


class DeveloperMessageParam(TypedDict):
    """Instructions for the model, under the role that newer OpenAI models use. Other models receive it as `system`."""

    role: Literal["developer"]
    """Always `developer`."""
    content: TextContentParam
    """The instructions."""
    name: NotRequired[str | None]
    """Name of the participant."""
    configuration_update: NotRequired[ConfigurationUpdateParam | None]
    """Changes model settings from this message on."""


class UserMessageParam(TypedDict):
    """A message from the user."""

    role: Literal["user"]
    """Always `user`."""
    content: MessageContentParam
    """A string, or a list of parts."""
    name: NotRequired[str | None]
    """Name of the participant. For models other than OpenAI's, it is inserted before the text."""


class ToolMessageParam(TypedDict):
    """The result of a tool call."""

    role: Literal["tool"]
    """Always `tool`."""
    content: MessageContentParam
    """The result, as a string or a list of parts."""
    tool_call_id: str
    """The `id` of the tool call."""
    name: NotRequired[str | None]
    """Name of the tool. Optional."""


ChatMessageParam: TypeAlias = (
    SystemMessageParam
    | DeveloperMessageParam
    | UserMessageParam
    | AssistantMessageParam
    | ChatCompletionMessage
    | ToolMessageParam
)
"""A message of the conversation."""
