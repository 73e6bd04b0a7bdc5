"""Python's own XML-RPC server on a free port of the loopback interface, for one test.

Usage: xmlrpc_server.py HTTP_VERSION SECONDS_SINCE_1970
Prints the port, then serves until its standard input ends. The wall clock stands still at the given second, so that the Date header
and gzip's mtime are known beforehand; nothing else of the library is touched.
"""

import sys
import threading
import time
import zlib
from xmlrpc.client import Fault
from xmlrpc.server import SimpleXMLRPCRequestHandler, SimpleXMLRPCServer


class Handler(SimpleXMLRPCRequestHandler):
    protocol_version = "HTTP/" + sys.argv[1]

    def log_message(self, *_):
        pass


def fun_add(a, b):
    return a + b


def echo(x):
    return x


def divide(a, b):
    return a // b


def create_order(order):
    return {"ok": True, "order": order}


def app_fault():
    raise Fault(42, "no such user: 李雷 <&>")


def big_len(text):
    return [len(text), zlib.crc32(text.encode()) & 0x7FFFFFFF]


def big_get(count):
    return "".join("%07d," % i for i in range(count))


server = SimpleXMLRPCServer(("127.0.0.1", 0), requestHandler=Handler, allow_none=True, logRequests=False)
server.register_introspection_functions()
server.register_multicall_functions()
for function in (fun_add, echo, divide, create_order, app_fault, big_len, big_get):
    server.register_function(function)

started_at = float(sys.argv[2])
time.time = lambda: started_at
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
