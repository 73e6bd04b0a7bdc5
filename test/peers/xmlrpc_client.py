"""Python's own XML-RPC client making the calls of one test.

Usage: xmlrpc_client.py PORT, and the calls as JSON on the standard input: [[METHOD, [ARGUMENT, ...]], ...]
Arguments are JSON, with {"$bytes": TEXT}, {"$datetime": TEXT} and {"$double": TEXT} for what JSON has no words for.
Prints a line of JSON per call: the result in the same form, or {"$fault": [CODE, TEXT]}.
"""

import base64
import json
import sys
from xmlrpc.client import Binary, DateTime, Fault, ServerProxy


def from_json(value):
    if isinstance(value, list):
        return [from_json(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "$bytes" in value:
        return Binary(base64.b64decode(value["$bytes"]))
    if "$datetime" in value:
        return DateTime(value["$datetime"])
    if "$double" in value:
        return float(value["$double"])
    return {name: from_json(member) for name, member in value.items()}


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
        return {name: to_json(member) for name, member in value.items()}
    return value


proxy = ServerProxy("http://127.0.0.1:%s" % sys.argv[1], allow_none=True)
for method, arguments in json.load(sys.stdin):
    try:
        print(json.dumps(to_json(getattr(proxy, method)(*from_json(arguments)))))
    except Fault as fault:
        print(json.dumps({"$fault": [fault.faultCode, fault.faultString]}))
proxy("close")()
