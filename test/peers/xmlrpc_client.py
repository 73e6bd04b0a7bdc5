"""Python's own XML-RPC client making the calls of one test.

Usage: xmlrpc_client.py PORT, and the calls on the standard input: a line of JSON each, [METHOD, [ARGUMENT, ...]].
Prints a line of JSON per call: the result, {"$fault": [CODE, TEXT]}, or {"$error": [EXCEPTION, TEXT]}. For values see tagged_json.py.
"""

import json
import sys
from xmlrpc.client import Fault, ServerProxy

from tagged_json import from_json, to_json

proxy = ServerProxy("http://127.0.0.1:%s" % sys.argv[1], allow_none=True)
for line in sys.stdin:
    method, arguments = json.loads(line)
    try:
        print(json.dumps(to_json(getattr(proxy, method)(*from_json(arguments)))))
    except Fault as fault:
        print(json.dumps({"$fault": [fault.faultCode, fault.faultString]}))
    except OSError as error:
        print(json.dumps({"$error": ["%s.%s" % (type(error).__module__, type(error).__qualname__), str(error)]}))
proxy("close")()
