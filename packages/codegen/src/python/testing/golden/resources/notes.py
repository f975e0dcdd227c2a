from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from ..._omit import OMIT, Omit
from ..._resource import AsyncResource, CallOptions, Resource
from ..operations import NOTES_DRAFTS_GET_LAST, NOTES_LIST, NOTES_SEND

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping
    from datetime import timedelta

    from pydantic import TypeAdapter

    from ..._pages import AsyncPaginator
    from ..._parse import T, ParsedChatCompletion
    from ..._streams import AsyncChatStream, AsyncStreamManager, ChatStream, StreamManager
    from ..models.notes import AsyncNoteListPage, Note, NoteListPage
    from ..params.model_ids import ModelId
    from ..params.notes import NewNoteParam
    from .raw import AsyncRawNotes, AsyncRawNotesDrafts, RawNotes, RawNotesDrafts


class Drafts(Resource):
    """The methods of `client.notes.drafts`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawNotesDrafts:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    def get_last(
        self,
        *,
        id: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
        poll: bool = False,
    ) -> Note:
        """Call notes.drafts.getLast.

        What it does.

        - first
        - second

        Args:
            id: The id.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.
            poll: Whether to repeat the request while the resource is not available yet (404). Default: False.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.
        """
        return self._call(
            NOTES_DRAFTS_GET_LAST,
            {"id": id},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key, poll),
        )


class Notes(Resource):
    """The methods of `client.notes`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> RawNotes:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    @property
    def drafts(self) -> Drafts:
        """The methods of `client.notes.drafts`."""
        return Drafts(self._client)

    if TYPE_CHECKING:

        @overload
        def send(
            self,
            *,
            note: NewNoteParam | Note,
            stream: Literal[True],
            max_tokens: int | Omit = OMIT,
            wait: int | Omit = OMIT,
            model: ModelId | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> ChatStream:
            """Call notes.send.

            What it does.

            - first
            - second

            Args:
                note: The note.
                stream: The stream.
                max_tokens: Deprecated. The max_tokens.
                wait: The wait. In seconds.
                model: The model.
                extra_headers: More headers. They replace headers of the same name; None removes one.
                extra_query: More query parameters.
                extra_body: More fields of the body, also those that this version does not know.
                timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
                idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

            Raises:
                APIError: The API returned an error. `code` is `bad_request` (400) or another one.
                APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
                APITimeoutError: No complete response arrived in time.
                StreamError: The stream broke; `partial` has what arrived.

            Example:
                ```python
                completion = client.notes.send(note={"mood": "calm"}, model="openai/gpt-5-mini")
                print(completion.choices[0].message.content)
                ```
            """

        @overload
        def send(
            self,
            *,
            note: NewNoteParam | Note,
            max_tokens: int | Omit = OMIT,
            wait: int | Omit = OMIT,
            stream: Literal[False] | None | Omit = OMIT,
            model: ModelId | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> Note:
            """Call notes.send.

            What it does.

            - first
            - second

            Args:
                note: The note.
                max_tokens: Deprecated. The max_tokens.
                wait: The wait. In seconds.
                stream: The stream.
                model: The model.
                extra_headers: More headers. They replace headers of the same name; None removes one.
                extra_query: More query parameters.
                extra_body: More fields of the body, also those that this version does not know.
                timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
                idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

            Raises:
                APIError: The API returned an error. `code` is `bad_request` (400) or another one.
                APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
                APITimeoutError: No complete response arrived in time.
                StreamError: The stream broke; `partial` has what arrived.

            Example:
                ```python
                completion = client.notes.send(note={"mood": "calm"}, model="openai/gpt-5-mini")
                print(completion.choices[0].message.content)
                ```
            """

        @overload
        def send(
            self,
            *,
            note: NewNoteParam | Note,
            stream: bool | None | Omit,
            max_tokens: int | Omit = OMIT,
            wait: int | Omit = OMIT,
            model: ModelId | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> Note | ChatStream:
            """Call notes.send.

            What it does.

            - first
            - second

            Args:
                note: The note.
                stream: The stream.
                max_tokens: Deprecated. The max_tokens.
                wait: The wait. In seconds.
                model: The model.
                extra_headers: More headers. They replace headers of the same name; None removes one.
                extra_query: More query parameters.
                extra_body: More fields of the body, also those that this version does not know.
                timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
                idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

            Raises:
                APIError: The API returned an error. `code` is `bad_request` (400) or another one.
                APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
                APITimeoutError: No complete response arrived in time.
                StreamError: The stream broke; `partial` has what arrived.

            Example:
                ```python
                completion = client.notes.send(note={"mood": "calm"}, model="openai/gpt-5-mini")
                print(completion.choices[0].message.content)
                ```
            """

    def send(
        self,
        *,
        note: NewNoteParam | Note,
        max_tokens: int | Omit = OMIT,
        wait: int | Omit = OMIT,
        stream: bool | None | Omit = OMIT,
        model: ModelId | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> Note | ChatStream:
        """Call notes.send.

        What it does.

        - first
        - second

        Args:
            note: The note.
            max_tokens: Deprecated. The max_tokens.
            wait: The wait. In seconds.
            stream: The stream.
            model: The model.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.
            StreamError: The stream broke; `partial` has what arrived.

        Example:
            ```python
            completion = client.notes.send(note={"mood": "calm"}, model="openai/gpt-5-mini")
            print(completion.choices[0].message.content)
            ```
        """
        return self._call(
            NOTES_SEND,
            {"note": note, "max_tokens": max_tokens, "wait": wait, "stream": stream, "model": model},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def stream(
        self,
        *,
        note: NewNoteParam | Note,
        max_tokens: int | Omit = OMIT,
        wait: int | Omit = OMIT,
        model: ModelId | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> StreamManager[ChatStream]:
        """Call notes.send.

        What it does.

        - first
        - second

        Args:
            note: The note.
            max_tokens: Deprecated. The max_tokens.
            wait: The wait. In seconds.
            model: The model.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.
            StreamError: The stream broke; `partial` has what arrived.

        Example:
            ```python
            with client.notes.stream(note={"mood": "calm"}, model="openai/gpt-5-mini") as stream:
                for text in stream.text_stream:
                    print(text, end="")
            ```
        """
        return self._stream(
            NOTES_SEND,
            {"note": note, "max_tokens": max_tokens, "wait": wait, "model": model},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def parse(
        self,
        *,
        note: NewNoteParam | Note,
        response_format: type[T] | TypeAdapter[T] | Mapping[str, object],
        max_tokens: int | Omit = OMIT,
        wait: int | Omit = OMIT,
        model: ModelId | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ParsedChatCompletion[T]:
        """Call notes.send.

        What it does.

        - first
        - second

        Args:
            note: The note.
            response_format: The type of the output: a pydantic model, a dataclass, a `TypedDict` or another type with a JSON Schema. A `TypeAdapter` has the other ones, such as unions. With a JSON Schema as a dictionary, the output is plain data.
            max_tokens: Deprecated. The max_tokens.
            wait: The wait. In seconds.
            model: The model.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.
            OutputError: The output does not match the type; `text` has it.

        Example:
            ```python
            class Answer(BaseModel):
                text: str


            result = client.notes.parse(note={"mood": "calm"}, model="openai/gpt-5-mini", response_format=Answer)
            print(result.parsed)
            ```
        """
        return self._parse(
            NOTES_SEND,
            {"note": note, "max_tokens": max_tokens, "wait": wait, "model": model},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
            response_format,
        )

    def list(
        self,
        *,
        tags: str | builtins.list[str] | Omit = OMIT,
        offset: int | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> NoteListPage:
        """Call notes.list.

        What it does.

        - first
        - second

        Args:
            tags: The tags.
            offset: The offset.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            for result in client.notes.list():
                print(result)
            ```
        """
        return self._list(
            NOTES_LIST,
            {"tags": tags, "offset": offset},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )


class AsyncDrafts(AsyncResource):
    """The methods of `client.notes.drafts` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawNotesDrafts:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    async def get_last(
        self,
        *,
        id: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
        poll: bool = False,
    ) -> Note:
        """Call notes.drafts.getLast.

        What it does.

        - first
        - second

        Args:
            id: The id.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.
            poll: Whether to repeat the request while the resource is not available yet (404). Default: False.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.
        """
        return await self._call(
            NOTES_DRAFTS_GET_LAST,
            {"id": id},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key, poll),
        )


class AsyncNotes(AsyncResource):
    """The methods of `client.notes` of `AsyncPatchbay`."""

    if TYPE_CHECKING:

        @property
        def with_raw_response(self) -> AsyncRawNotes:
            """The same methods, which return the unread response with its status and headers; `parse()` reads it."""
            ...

    @property
    def drafts(self) -> AsyncDrafts:
        """The methods of `client.notes.drafts`."""
        return AsyncDrafts(self._client)

    if TYPE_CHECKING:

        @overload
        async def send(
            self,
            *,
            note: NewNoteParam | Note,
            stream: Literal[True],
            max_tokens: int | Omit = OMIT,
            wait: int | Omit = OMIT,
            model: ModelId | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> AsyncChatStream:
            """Call notes.send.

            What it does.

            - first
            - second

            Args:
                note: The note.
                stream: The stream.
                max_tokens: Deprecated. The max_tokens.
                wait: The wait. In seconds.
                model: The model.
                extra_headers: More headers. They replace headers of the same name; None removes one.
                extra_query: More query parameters.
                extra_body: More fields of the body, also those that this version does not know.
                timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
                idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

            Raises:
                APIError: The API returned an error. `code` is `bad_request` (400) or another one.
                APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
                APITimeoutError: No complete response arrived in time.
                StreamError: The stream broke; `partial` has what arrived.

            Example:
                ```python
                completion = await client.notes.send(note={"mood": "calm"}, model="openai/gpt-5-mini")
                print(completion.choices[0].message.content)
                ```
            """

        @overload
        async def send(
            self,
            *,
            note: NewNoteParam | Note,
            max_tokens: int | Omit = OMIT,
            wait: int | Omit = OMIT,
            stream: Literal[False] | None | Omit = OMIT,
            model: ModelId | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> Note:
            """Call notes.send.

            What it does.

            - first
            - second

            Args:
                note: The note.
                max_tokens: Deprecated. The max_tokens.
                wait: The wait. In seconds.
                stream: The stream.
                model: The model.
                extra_headers: More headers. They replace headers of the same name; None removes one.
                extra_query: More query parameters.
                extra_body: More fields of the body, also those that this version does not know.
                timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
                idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

            Raises:
                APIError: The API returned an error. `code` is `bad_request` (400) or another one.
                APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
                APITimeoutError: No complete response arrived in time.
                StreamError: The stream broke; `partial` has what arrived.

            Example:
                ```python
                completion = await client.notes.send(note={"mood": "calm"}, model="openai/gpt-5-mini")
                print(completion.choices[0].message.content)
                ```
            """

        @overload
        async def send(
            self,
            *,
            note: NewNoteParam | Note,
            stream: bool | None | Omit,
            max_tokens: int | Omit = OMIT,
            wait: int | Omit = OMIT,
            model: ModelId | None | Omit = OMIT,
            extra_headers: Mapping[str, str | None] | None = None,
            extra_query: Mapping[str, object] | None = None,
            extra_body: Mapping[str, object] | None = None,
            timeout: float | timedelta | None | Omit = OMIT,
            idempotency_key: str | Omit = OMIT,
        ) -> Note | AsyncChatStream:
            """Call notes.send.

            What it does.

            - first
            - second

            Args:
                note: The note.
                stream: The stream.
                max_tokens: Deprecated. The max_tokens.
                wait: The wait. In seconds.
                model: The model.
                extra_headers: More headers. They replace headers of the same name; None removes one.
                extra_query: More query parameters.
                extra_body: More fields of the body, also those that this version does not know.
                timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
                idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

            Raises:
                APIError: The API returned an error. `code` is `bad_request` (400) or another one.
                APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
                APITimeoutError: No complete response arrived in time.
                StreamError: The stream broke; `partial` has what arrived.

            Example:
                ```python
                completion = await client.notes.send(note={"mood": "calm"}, model="openai/gpt-5-mini")
                print(completion.choices[0].message.content)
                ```
            """

    async def send(
        self,
        *,
        note: NewNoteParam | Note,
        max_tokens: int | Omit = OMIT,
        wait: int | Omit = OMIT,
        stream: bool | None | Omit = OMIT,
        model: ModelId | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> Note | AsyncChatStream:
        """Call notes.send.

        What it does.

        - first
        - second

        Args:
            note: The note.
            max_tokens: Deprecated. The max_tokens.
            wait: The wait. In seconds.
            stream: The stream.
            model: The model.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.
            StreamError: The stream broke; `partial` has what arrived.

        Example:
            ```python
            completion = await client.notes.send(note={"mood": "calm"}, model="openai/gpt-5-mini")
            print(completion.choices[0].message.content)
            ```
        """
        return await self._call(
            NOTES_SEND,
            {"note": note, "max_tokens": max_tokens, "wait": wait, "stream": stream, "model": model},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    def stream(
        self,
        *,
        note: NewNoteParam | Note,
        max_tokens: int | Omit = OMIT,
        wait: int | Omit = OMIT,
        model: ModelId | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> AsyncStreamManager[AsyncChatStream]:
        """Call notes.send.

        What it does.

        - first
        - second

        Args:
            note: The note.
            max_tokens: Deprecated. The max_tokens.
            wait: The wait. In seconds.
            model: The model.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.
            StreamError: The stream broke; `partial` has what arrived.

        Example:
            ```python
            async with client.notes.stream(note={"mood": "calm"}, model="openai/gpt-5-mini") as stream:
                async for text in stream.text_stream:
                    print(text, end="")
            ```
        """
        return self._stream(
            NOTES_SEND,
            {"note": note, "max_tokens": max_tokens, "wait": wait, "model": model},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )

    async def parse(
        self,
        *,
        note: NewNoteParam | Note,
        response_format: type[T] | TypeAdapter[T] | Mapping[str, object],
        max_tokens: int | Omit = OMIT,
        wait: int | Omit = OMIT,
        model: ModelId | None | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> ParsedChatCompletion[T]:
        """Call notes.send.

        What it does.

        - first
        - second

        Args:
            note: The note.
            response_format: The type of the output: a pydantic model, a dataclass, a `TypedDict` or another type with a JSON Schema. A `TypeAdapter` has the other ones, such as unions. With a JSON Schema as a dictionary, the output is plain data.
            max_tokens: Deprecated. The max_tokens.
            wait: The wait. In seconds.
            model: The model.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.
            OutputError: The output does not match the type; `text` has it.

        Example:
            ```python
            class Answer(BaseModel):
                text: str


            result = await client.notes.parse(note={"mood": "calm"}, model="openai/gpt-5-mini", response_format=Answer)
            print(result.parsed)
            ```
        """
        return await self._parse(
            NOTES_SEND,
            {"note": note, "max_tokens": max_tokens, "wait": wait, "model": model},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
            response_format,
        )

    def list(
        self,
        *,
        tags: str | builtins.list[str] | Omit = OMIT,
        offset: int | Omit = OMIT,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | timedelta | None | Omit = OMIT,
        idempotency_key: str | Omit = OMIT,
    ) -> AsyncPaginator[Note, AsyncNoteListPage]:
        """Call notes.list.

        What it does.

        - first
        - second

        Args:
            tags: The tags.
            offset: The offset.
            extra_headers: More headers. They replace headers of the same name; None removes one.
            extra_query: More query parameters.
            extra_body: More fields of the body, also those that this version does not know.
            timeout: Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.
            idempotency_key: The idempotency key of the request. Default: a random one for each call that needs it.

        Raises:
            APIError: The API returned an error. `code` is `bad_request` (400) or another one.
            APIConnectionError: The request failed without a response; `request_sent` says whether it may have arrived.
            APITimeoutError: No complete response arrived in time.

        Example:
            ```python
            async for result in client.notes.list():
                print(result)
            ```
        """
        return self._list(
            NOTES_LIST,
            {"tags": tags, "offset": offset},
            CallOptions(extra_headers, extra_query, extra_body, timeout, idempotency_key),
        )
