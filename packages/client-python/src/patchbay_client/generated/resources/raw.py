# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
"""The types of `with_raw_response`. Only type checkers read them."""

from __future__ import annotations

from ..._raw import AsyncRawResource, RawResource, to_async_raw, to_async_raw_list, to_raw, to_raw_list
from ..models.keys import ApiKeyList
from ..models.models import ModelList
from .activity import Activity, AsyncActivity
from .auth import AsyncAuth, Auth
from .chat import AsyncCompletions, Completions
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


class RawChatCompletions(RawResource):
    """The methods of `client.chat.completions` with raw responses."""

    def __init__(self, resource: Completions) -> None:
        self.create = to_raw(resource.create)


class RawChat(RawResource):
    """The methods of `client.chat` with raw responses."""

    completions: RawChatCompletions


class RawResponses(RawResource):
    """The methods of `client.responses` with raw responses."""

    def __init__(self, resource: Responses) -> None:
        self.create = to_raw(resource.create)


class RawMessages(RawResource):
    """The methods of `client.messages` with raw responses."""

    def __init__(self, resource: Messages) -> None:
        self.create = to_raw(resource.create)
        self.count_tokens = to_raw(resource.count_tokens)


class RawEmbeddings(RawResource):
    """The methods of `client.embeddings` with raw responses."""

    def __init__(self, resource: Embeddings) -> None:
        self.create = to_raw(resource.create)
        self.list_models = to_raw_list(resource.list_models, ModelList)


class RawRerank(RawResource):
    """The methods of `client.rerank` with raw responses."""

    def __init__(self, resource: Rerank) -> None:
        self.create = to_raw(resource.create)


class RawModels(RawResource):
    """The methods of `client.models` with raw responses."""

    def __init__(self, resource: Models) -> None:
        self.list = to_raw_list(resource.list, ModelList)
        self.count = to_raw(resource.count)
        self.list_for_user = to_raw_list(resource.list_for_user, ModelList)
        self.get = to_raw(resource.get)
        self.list_endpoints = to_raw(resource.list_endpoints)


class RawEndpoints(RawResource):
    """The methods of `client.endpoints` with raw responses."""

    def __init__(self, resource: Endpoints) -> None:
        self.list_zdr = to_raw(resource.list_zdr)


class RawProviders(RawResource):
    """The methods of `client.providers` with raw responses."""

    def __init__(self, resource: Providers) -> None:
        self.list = to_raw(resource.list)


class RawCredits(RawResource):
    """The methods of `client.credits` with raw responses."""

    def __init__(self, resource: Credits) -> None:
        self.get = to_raw(resource.get)


class RawKeys(RawResource):
    """The methods of `client.keys` with raw responses."""

    def __init__(self, resource: Keys) -> None:
        self.get_current = to_raw(resource.get_current)
        self.list = to_raw_list(resource.list, ApiKeyList)
        self.create = to_raw(resource.create)
        self.get = to_raw(resource.get)
        self.update = to_raw(resource.update)
        self.delete = to_raw(resource.delete)


class RawGenerations(RawResource):
    """The methods of `client.generations` with raw responses."""

    def __init__(self, resource: Generations) -> None:
        self.get = to_raw(resource.get)
        self.get_content = to_raw(resource.get_content)


class RawActivity(RawResource):
    """The methods of `client.activity` with raw responses."""

    def __init__(self, resource: Activity) -> None:
        self.list = to_raw(resource.list)


class RawAuth(RawResource):
    """The methods of `client.auth` with raw responses."""

    def __init__(self, resource: Auth) -> None:
        self.create_code = to_raw(resource.create_code)
        self.exchange_code = to_raw(resource.exchange_code)


class RawResources:
    chat: RawChat
    responses: RawResponses
    messages: RawMessages
    embeddings: RawEmbeddings
    rerank: RawRerank
    models: RawModels
    endpoints: RawEndpoints
    providers: RawProviders
    credits: RawCredits
    keys: RawKeys
    generations: RawGenerations
    activity: RawActivity
    auth: RawAuth


class AsyncRawChatCompletions(AsyncRawResource):
    """The methods of `client.chat.completions` with raw responses."""

    def __init__(self, resource: AsyncCompletions) -> None:
        self.create = to_async_raw(resource.create)


class AsyncRawChat(AsyncRawResource):
    """The methods of `client.chat` with raw responses."""

    completions: AsyncRawChatCompletions


class AsyncRawResponses(AsyncRawResource):
    """The methods of `client.responses` with raw responses."""

    def __init__(self, resource: AsyncResponses) -> None:
        self.create = to_async_raw(resource.create)


class AsyncRawMessages(AsyncRawResource):
    """The methods of `client.messages` with raw responses."""

    def __init__(self, resource: AsyncMessages) -> None:
        self.create = to_async_raw(resource.create)
        self.count_tokens = to_async_raw(resource.count_tokens)


class AsyncRawEmbeddings(AsyncRawResource):
    """The methods of `client.embeddings` with raw responses."""

    def __init__(self, resource: AsyncEmbeddings) -> None:
        self.create = to_async_raw(resource.create)
        self.list_models = to_async_raw_list(resource.list_models, ModelList)


class AsyncRawRerank(AsyncRawResource):
    """The methods of `client.rerank` with raw responses."""

    def __init__(self, resource: AsyncRerank) -> None:
        self.create = to_async_raw(resource.create)


class AsyncRawModels(AsyncRawResource):
    """The methods of `client.models` with raw responses."""

    def __init__(self, resource: AsyncModels) -> None:
        self.list = to_async_raw_list(resource.list, ModelList)
        self.count = to_async_raw(resource.count)
        self.list_for_user = to_async_raw_list(resource.list_for_user, ModelList)
        self.get = to_async_raw(resource.get)
        self.list_endpoints = to_async_raw(resource.list_endpoints)


class AsyncRawEndpoints(AsyncRawResource):
    """The methods of `client.endpoints` with raw responses."""

    def __init__(self, resource: AsyncEndpoints) -> None:
        self.list_zdr = to_async_raw(resource.list_zdr)


class AsyncRawProviders(AsyncRawResource):
    """The methods of `client.providers` with raw responses."""

    def __init__(self, resource: AsyncProviders) -> None:
        self.list = to_async_raw(resource.list)


class AsyncRawCredits(AsyncRawResource):
    """The methods of `client.credits` with raw responses."""

    def __init__(self, resource: AsyncCredits) -> None:
        self.get = to_async_raw(resource.get)


class AsyncRawKeys(AsyncRawResource):
    """The methods of `client.keys` with raw responses."""

    def __init__(self, resource: AsyncKeys) -> None:
        self.get_current = to_async_raw(resource.get_current)
        self.list = to_async_raw_list(resource.list, ApiKeyList)
        self.create = to_async_raw(resource.create)
        self.get = to_async_raw(resource.get)
        self.update = to_async_raw(resource.update)
        self.delete = to_async_raw(resource.delete)


class AsyncRawGenerations(AsyncRawResource):
    """The methods of `client.generations` with raw responses."""

    def __init__(self, resource: AsyncGenerations) -> None:
        self.get = to_async_raw(resource.get)
        self.get_content = to_async_raw(resource.get_content)


class AsyncRawActivity(AsyncRawResource):
    """The methods of `client.activity` with raw responses."""

    def __init__(self, resource: AsyncActivity) -> None:
        self.list = to_async_raw(resource.list)


class AsyncRawAuth(AsyncRawResource):
    """The methods of `client.auth` with raw responses."""

    def __init__(self, resource: AsyncAuth) -> None:
        self.create_code = to_async_raw(resource.create_code)
        self.exchange_code = to_async_raw(resource.exchange_code)


class AsyncRawResources:
    chat: AsyncRawChat
    responses: AsyncRawResponses
    messages: AsyncRawMessages
    embeddings: AsyncRawEmbeddings
    rerank: AsyncRawRerank
    models: AsyncRawModels
    endpoints: AsyncRawEndpoints
    providers: AsyncRawProviders
    credits: AsyncRawCredits
    keys: AsyncRawKeys
    generations: AsyncRawGenerations
    activity: AsyncRawActivity
    auth: AsyncRawAuth
