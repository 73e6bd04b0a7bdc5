"""Values as JSON, with tags for what JSON has no words for, or would not keep in order."""

import base64
from xmlrpc.client import Binary, DateTime


def from_json(value):
    if isinstance(value, list):
        return [from_json(item) for item in value]
    if not isinstance(value, dict):
        return value
    ((tag, content),) = value.items()
    return {
        "$bytes": lambda: Binary(base64.b64decode(content)),
        "$datetime": lambda: DateTime(content),
        "$double": lambda: float(content),
        "$map": lambda: {name: from_json(member) for name, member in content},
    }[tag]()


def to_json(value):
    if isinstance(value, list):
        return [to_json(item) for item in value]
    if isinstance(value, Binary):
        return {"$bytes": base64.b64encode(value.data).decode()}
    if isinstance(value, DateTime):
        return {"$datetime": value.value}
    if isinstance(value, float):
        return {"$double": repr(value)}
    if isinstance(value, dict):
        return {"$map": [[name, to_json(member)] for name, member in value.items()]}
    return value
