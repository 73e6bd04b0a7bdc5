"""What Python's xmlrpc.client writes for calls and results.

Reads lines of JSON from the standard input: [METHOD, [ARGUMENT, ...], RESULT]. Prints a line of JSON for each: the XML of the call and
that of the response. For values see tagged_json.py.
"""

import json
import sys
from xmlrpc.client import dumps

from tagged_json import from_json

for line in sys.stdin:
    method, arguments, result = json.loads(line)
    call = dumps(tuple(from_json(arguments)), method, allow_none=True)
    response = dumps((from_json(result),), methodresponse=True, allow_none=True)
    print(json.dumps([call, response]))
