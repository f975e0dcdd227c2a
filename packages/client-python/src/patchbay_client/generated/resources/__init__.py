# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
"""The resources of the clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from ..._client import AsyncPatchbay, Patchbay
    from .activity import AsyncActivity, Activity
    from .auth import AsyncAuth, Auth
    from .chat import AsyncChat, Chat
    from .credits import AsyncCredits, Credits
    from .embeddings import AsyncEmbeddings, Embeddings
    from .endpoints import AsyncEndpoints, Endpoints
    from .generations import AsyncGenerations, Generations
    from .keys import AsyncKeys, Keys
    from .messages import AsyncMessages, Messages
    from .models import AsyncModels, Models
    from .providers import AsyncProviders, Providers
    from .rerank import AsyncRerank, Rerank
    from .responses import AsyncResponses, Responses


class Resources:
    """The resources of `Patchbay`."""

    @cached_property
    def chat(self) -> Chat:
        from .chat import Chat

        return Chat(cast("Patchbay", self))

    @cached_property
    def responses(self) -> Responses:
        from .responses import Responses

        return Responses(cast("Patchbay", self))

    @cached_property
    def messages(self) -> Messages:
        from .messages import Messages

        return Messages(cast("Patchbay", self))

    @cached_property
    def embeddings(self) -> Embeddings:
        from .embeddings import Embeddings

        return Embeddings(cast("Patchbay", self))

    @cached_property
    def rerank(self) -> Rerank:
        from .rerank import Rerank

        return Rerank(cast("Patchbay", self))

    @cached_property
    def models(self) -> Models:
        from .models import Models

        return Models(cast("Patchbay", self))

    @cached_property
    def endpoints(self) -> Endpoints:
        from .endpoints import Endpoints

        return Endpoints(cast("Patchbay", self))

    @cached_property
    def providers(self) -> Providers:
        from .providers import Providers

        return Providers(cast("Patchbay", self))

    @cached_property
    def credits(self) -> Credits:
        from .credits import Credits

        return Credits(cast("Patchbay", self))

    @cached_property
    def keys(self) -> Keys:
        from .keys import Keys

        return Keys(cast("Patchbay", self))

    @cached_property
    def generations(self) -> Generations:
        from .generations import Generations

        return Generations(cast("Patchbay", self))

    @cached_property
    def activity(self) -> Activity:
        from .activity import Activity

        return Activity(cast("Patchbay", self))

    @cached_property
    def auth(self) -> Auth:
        from .auth import Auth

        return Auth(cast("Patchbay", self))


class AsyncResources:
    """The resources of `AsyncPatchbay`."""

    @cached_property
    def chat(self) -> AsyncChat:
        from .chat import AsyncChat

        return AsyncChat(cast("AsyncPatchbay", self))

    @cached_property
    def responses(self) -> AsyncResponses:
        from .responses import AsyncResponses

        return AsyncResponses(cast("AsyncPatchbay", self))

    @cached_property
    def messages(self) -> AsyncMessages:
        from .messages import AsyncMessages

        return AsyncMessages(cast("AsyncPatchbay", self))

    @cached_property
    def embeddings(self) -> AsyncEmbeddings:
        from .embeddings import AsyncEmbeddings

        return AsyncEmbeddings(cast("AsyncPatchbay", self))

    @cached_property
    def rerank(self) -> AsyncRerank:
        from .rerank import AsyncRerank

        return AsyncRerank(cast("AsyncPatchbay", self))

    @cached_property
    def models(self) -> AsyncModels:
        from .models import AsyncModels

        return AsyncModels(cast("AsyncPatchbay", self))

    @cached_property
    def endpoints(self) -> AsyncEndpoints:
        from .endpoints import AsyncEndpoints

        return AsyncEndpoints(cast("AsyncPatchbay", self))

    @cached_property
    def providers(self) -> AsyncProviders:
        from .providers import AsyncProviders

        return AsyncProviders(cast("AsyncPatchbay", self))

    @cached_property
    def credits(self) -> AsyncCredits:
        from .credits import AsyncCredits

        return AsyncCredits(cast("AsyncPatchbay", self))

    @cached_property
    def keys(self) -> AsyncKeys:
        from .keys import AsyncKeys

        return AsyncKeys(cast("AsyncPatchbay", self))

    @cached_property
    def generations(self) -> AsyncGenerations:
        from .generations import AsyncGenerations

        return AsyncGenerations(cast("AsyncPatchbay", self))

    @cached_property
    def activity(self) -> AsyncActivity:
        from .activity import AsyncActivity

        return AsyncActivity(cast("AsyncPatchbay", self))

    @cached_property
    def auth(self) -> AsyncAuth:
        from .auth import AsyncAuth

        return AsyncAuth(cast("AsyncPatchbay", self))
