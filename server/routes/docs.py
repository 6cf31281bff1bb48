"""The API's description, for programs as JSON and for people as one page without any script."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from pydantic_core import to_json

from server.problems import MEDIA_TYPE
from server.refusals import WORDS

router = APIRouter()

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;
color:#1c2430;background:#fff}
h1{margin-bottom:0}h2{margin-top:2.5rem;border-bottom:1px solid #d5dae1}
details{border:1px solid #d5dae1;border-radius:6px;margin:.5rem 0;padding:.5rem 1rem}
summary{cursor:pointer}code,pre{font:14px/1.4 ui-monospace,monospace}pre{overflow-x:auto}
.method{display:inline-block;min-width:3.5rem;font-weight:700}
table{border-collapse:collapse;width:100%}td,th{text-align:start;vertical-align:top;
padding:.25rem .75rem .25rem 0;border-bottom:1px solid #eceff3}
@media(prefers-color-scheme:dark){body{color:#e6e9ee;background:#14181e}
details,h2{border-color:#38414d}td,th{border-color:#262d36}a{color:#8ab4ff}}
"""
_SAFE = "default-src 'none'; style-src 'unsafe-inline'"


@router.get("/openapi.json")
async def get_openapi(request: Request) -> Response:
    return Response(to_json(_described(request)), media_type="application/json")


@router.get("/docs")
async def get_docs(request: Request) -> Response:
    page = "".join(_page(_described(request)))
    return Response(page, media_type="text/html", headers={"Content-Security-Policy": _SAFE})


def _described(request: Request) -> dict[str, Any]:
    app: FastAPI = request.app
    return app.openapi()


def _page(described: Mapping[str, Any]) -> Iterator[str]:
    schemas = described["components"]["schemas"]
    yield (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Dawr API</title>'
        '<meta name="viewport" content="width=device-width">'
        f"<style>{_STYLE}</style><h1>Dawr API</h1>"
        '<p>For programs: <a href="openapi.json">openapi.json</a></p>'
    )
    group = ""
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            tag = operation.get("tags", ["Other"])[0]
            if tag != group:
                group = tag
                yield f"<h2>{html.escape(tag)}</h2>"
            yield from _operation(path, method, operation, schemas)
    yield "<h2>Codes</h2><table>"
    for refusal, words in WORDS.items():
        yield (
            f'<tr id="{refusal.code}"><td>{words.status}</td><td><code>{refusal.code}</code></td>'
            f"<td>{html.escape(words.en)}</td></tr>"
        )
    yield "</table></html>"


def _operation(
    path: str, method: str, operation: Mapping[str, Any], schemas: Mapping[str, Any]
) -> Iterator[str]:
    yield (
        f'<details><summary><span class="method">{method.upper()}</span>'
        f"<code>{html.escape(path)}</code></summary>"
        f"<p>{html.escape(operation.get('description', ''))}</p>"
    )
    fields = [(one["name"], one["in"], one["schema"]) for one in operation.get("parameters", ())]
    body = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if body is not None:
        fields += [(name, "body", one) for name, one in _properties(body["schema"], schemas)]
    yield from _table("Asked", fields)
    yield from _shown(body)
    for status, answer in operation["responses"].items():
        content = answer.get("content", {}).get("application/json")
        if content is None:
            yield (
                f"<p><code>{status}</code> {html.escape(answer['description'])}"
                f"{_codes(answer.get('content', {}))}</p>"
            )
        else:
            rows = [(name, "", one) for name, one in _properties(content["schema"], schemas)]
            yield from _table(f"Answer {status}", rows)
            yield from _shown(content)
    yield "</details>"


def _shown(content: Mapping[str, Any] | None) -> Iterator[str]:
    """The examples of what is asked or answered."""
    for one in (content or {}).get("examples", {}).values():
        text = json.dumps(one["value"], ensure_ascii=False, indent=1)
        yield f"<pre>{html.escape(text)}</pre>"


def _codes(content: Mapping[str, Any]) -> str:
    """The codes that a refusal may have, each leading to what it says."""
    shown = content.get(MEDIA_TYPE, {}).get("examples", {}).values()
    codes = dict.fromkeys(one["value"]["code"] for one in shown)
    return "".join(f' <a href="#{code}"><code>{code}</code></a>' for code in codes)


def _table(title: str, rows: list[tuple[str, str, Mapping[str, Any]]]) -> Iterator[str]:
    if not rows:
        return
    yield f"<h3>{html.escape(title)}</h3><table>"
    for name, where, schema in rows:
        yield (
            f"<tr><td><code>{html.escape(name)}</code></td><td>{where}</td>"
            f"<td>{html.escape(_kind(schema))}</td></tr>"
        )
    yield "</table>"


def _properties(
    schema: Mapping[str, Any], schemas: Mapping[str, Any]
) -> list[tuple[str, Mapping[str, Any]]]:
    """The fields of an object; of a choice, those of its first object."""
    for one in schema.get("anyOf", [schema]):
        found = schemas[one["$ref"].rpartition("/")[2]] if "$ref" in one else one
        if "properties" in found:
            return list(found["properties"].items())
    return []


def _kind(schema: Mapping[str, Any]) -> str:
    """A field's type in a few words."""
    if "anyOf" in schema:
        return " or ".join(_kind(one) for one in schema["anyOf"])
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if "const" in schema:
        return str(schema["const"]).lower()
    if schema.get("type") == "array":
        return f"list of {_kind(schema['items'])}"
    limits = [
        f"{name} {schema[name]}"
        for name in ("minimum", "maximum", "minLength", "maxLength", "pattern")
        if name in schema
    ]
    return ", ".join([str(schema.get("format") or schema.get("type") or "any"), *limits])
