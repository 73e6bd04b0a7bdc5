import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../problem/problem';
import { interfaceOf } from '../idl-file';
import { Notes } from '../notes';
import { readIdl } from '../read-idl';
import { readProto } from './proto-draft';

/** The interface of the file's service number `index`. */
function imported(text: string, index = 0) {
  const file = readProto(text);
  const { text: lines, notes } = interfaceOf(file, file.services[index], new Notes());
  const said = notes.map(({ lines: at, problem, leftOut }) => {
    const about = leftOut ?? problem.params.names;
    return `${at.join()} ${problem.code} ${about}`;
  });
  return { text: lines, said };
}

function faultOf(text: string) {
  try {
    readProto(text);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
}

describe('A .proto file becomes an interface', () => {
  test('the greeter that gRPC’s guides begin with', () => {
    const { text, said } = imported(`// The greeter.
syntax = "proto3";

option java_multiple_files = true;
option java_package = "io.grpc.examples.helloworld";

package helloworld;

// The greeting service definition.
service Greeter {
  // Sends a greeting
  rpc SayHello (HelloRequest) returns (HelloReply) {}
  rpc SayHelloStreamReply (HelloRequest) returns (stream HelloReply) {}
  rpc SayHelloBidiStream (stream HelloRequest) returns (stream HelloReply) {}
}

message HelloRequest {
  string name = 1;
}

message HelloReply { string message = 1; }
`);
    expect(text).toBe(`service helloworld.Greeter
struct HelloRequest {
  name: string
}
struct HelloReply {
  message: string
}
SayHello(request: HelloRequest): HelloReply
SayHelloStreamReply(request: HelloRequest): stream HelloReply
SayHelloBidiStream(requests: stream HelloRequest): stream HelloReply
`);
    expect(said).toEqual(['4,5 import.option java_multiple_files, java_package']);
  });

  test('scalars with their encodings, labels, maps, enums, oneofs and types within types', () => {
    const { text, said } = imported(`syntax = "proto3";
service Shop { rpc Find (Query) returns (Order); }
message Query { uint64 id = 3; }
message Order {
  enum State { UNKNOWN = 0; PAID = 5; }
  message Line { string sku = 1; sfixed32 count = 2; }
  repeated Line lines = 1;
  State state = 2;
  optional double discount = 4;
  repeated sint64 deltas = 5 [packed = false];
  repeated fixed32 marks = 6;
  map<int32, Line> stock = 7;
  map<string, bytes> files = 8;
  oneof payment { string card = 9; uint32 voucher = 10; }
  bool gift = 12;
  float weight = 13;
}`);
    expect(text).toBe(`service Shop
enum Order_State { UNKNOWN = 0, PAID = 5 }
struct Query {
  id: ulong = 3
}
struct Order {
  lines: list<Order_Line> = 1
  state: Order_State = 2
  discount?: double = 4
  deltas: list<long> @zigzag @unpacked = 5
  marks: list<uint> @fixed = 6
  stock: map<int, Order_Line> = 7
  files: map<bytes> = 8
  oneof payment {
    card: string = 9
    voucher: uint = 10
  }
  gift: boolean = 12
  weight: float = 13
}
struct Order_Line {
  sku: string
  count: int @fixed
}
Find(request: Query): Order
`);
    expect(said).toEqual(['5,6 import.nested-name Order.State, Order.Line']);
  });

  test('messages that only hold parameters and a result, by the names that ours have', () => {
    const { text, said } = imported(`syntax = "proto3";
service S {
  rpc fun_add (FunAddRequest) returns (FunAddReply);
  rpc Watch (stream WatchRequest) returns (WatchReply);
  rpc Get (GetRequest) returns (GetReply);
}
message FunAddRequest { int32 a = 1; sint32 b = 5; }
message FunAddReply { int64 result = 1; }
message WatchRequest { int32 n = 1; }
message WatchReply {}
message GetRequest { GetReply like = 1; }
message GetReply { repeated int32 result = 1; }
`);
    expect(text).toBe(`service S
struct GetRequest {
  like: GetReply
}
struct GetReply {
  result: list<int>
}
fun_add(a: int = 1, b: int @zigzag = 5): long
Watch(n: stream int)
Get(request: GetRequest): GetReply
`);
    expect(said).toEqual([]);
  });

  test('the service that is chosen, with what Google’s own files declare', () => {
    const { text, said } = imported(
      `syntax = "proto3";
import "google/protobuf/empty.proto";
import "google/protobuf/timestamp.proto";
service A { rpc One (google.protobuf.Empty) returns (google.protobuf.Empty); }
service B { rpc Two (google.protobuf.Empty) returns (google.protobuf.Timestamp); }`,
      1,
    );
    expect(text).toBe(`service B
struct Timestamp {
  seconds: long
  nanos: int
}
Two(): Timestamp
`);
    expect(said).toEqual([]);
  });

  test('proto2: every field says whether it may be absent, and lists are not packed', () => {
    const { text, said } = imported(`syntax = "proto2";
package demo;
service S { rpc f (M) returns (M); }
message M {
  required string name = 1;
  optional int32 count = 2 [default = 7];
  repeated int32 marks = 3;
  repeated int32 packed_marks = 4 [packed = true];
  extensions 100 to 199;
  optional group Result = 8 { optional string url = 1; }
  reserved 20;
}
extend M { optional int32 bar = 126; }`);
    expect(text).toBe(`service demo.S
struct M {
  name: string
  count?: int
  marks: list<int> @unpacked
  packed_marks: list<int>
}
f(request: M): M
`);
    expect(said).toEqual([
      '1 import.proto2 proto2',
      '4,13 import.extension bar, M',
      '4 import.reserved M',
      '5 import.required name',
      '6 import.default count',
      '10 import.group result',
    ]);
  });

  test('edition 2023: a field may be absent unless the file says that its presence is implicit', () => {
    const { text } = imported(`edition = "2023";
service S { rpc f (M) returns (M); }
message M { int32 a = 1; int32 b = 2 [features.field_presence = IMPLICIT]; repeated int32 c = 3; }`);
    expect(text).toContain('  a?: int\n  b: int\n  c: list<int>\n');
  });
});

describe('What an interface cannot say is left out, with its line and the reason', () => {
  test('messages that contain themselves, types of other files, doubled enum numbers, encodings of maps, options', () => {
    const { text, said } = imported(`syntax = "proto3";
import "other/thing.proto";
service S {
  rpc f (Node) returns (Node) { option (google.api.http) = { get: "/v1/{name=x}" body: "*" }; }
  rpc g (other.Thing) returns (Node);
}
message Node {
  string name = 1;
  repeated Node children = 2;
  other.Thing thing = 3;
  map<sint32, fixed64> counts = 4 [deprecated = true];
  E e = 5;
}
enum E {
  option allow_alias = true;
  A = 0;
  B = 0;
}`);
    expect(text).toBe(`service S
enum E { A = 0 }
struct Node {
  name: string = 1
  counts: map<int, ulong> = 4
  e: E = 5
}
f(request: Node): Node
`);
    expect(said).toEqual([
      '2 import.other-file other/thing.proto',
      '4,11 import.option (google.api.http), deprecated',
      '5 idl.unknown-type g',
      '9 idl.recursive-struct Node.children',
      '10 idl.unknown-type Node.thing',
      '11 import.map-encoding counts',
      '17 import.enum-alias B',
    ]);
  });

  test('what Google’s types lose is told where their file is imported', () => {
    const { text, said } = imported(`syntax = "proto3";
import "google/protobuf/empty.proto";
import "google/protobuf/struct.proto";
service S { rpc f (google.protobuf.Empty) returns (google.protobuf.ListValue); }`);
    expect(text).toContain('f(): ListValue\n');
    expect(said).toEqual(['3 idl.recursive-struct Value.listValue', '3 idl.recursive-struct Struct.fields']);
  });

  test('a file without services has types alone', () => {
    const file = readProto('syntax = "proto3"; message M { int32 a = 1; }');
    expect(file.services).toEqual([]);
    expect(interfaceOf(file, undefined, new Notes()).text).toBe('struct M {\n  a: int\n}\n');
  });
});

describe('A fault of the syntax is told with its line and column', () => {
  test.each([
    [
      'syntax = "proto3";\nservice S {\n  rpc f (A) return (B);\n}',
      3,
      13,
      "illegal token 'return', 'returns' expected",
    ],
    ['syntax = "proto3";\nmessage A {\n  int32 a = x;\n}', 3, 13, "illegal id 'x'"],
    ['syntax = "proto3";\nmessage A {\n  int32 a = 1;\n  int32 a = 2;\n}', 4, 14, "duplicate name 'a' in Type A"],
    ['syntax = "proto3";\nmessage A {', 2, 11, 'unexpected end of the text'],
    ['struct A {\n  1: i32 a\n}', 1, 1, "illegal token 'struct'"],
  ])('%j', (text, line, column, reason) => {
    expect(faultOf(text)?.params).toEqual({ line, column, reason });
  });
});

test('an interface that no link could hold is refused, as is a file that nobody would read', () => {
  const field = (i: number) => `string a_rather_long_name_of_a_field_${i} = ${i + 1};`;
  const fields = Array.from({ length: 800 }, (_, i) => field(i)).join('\n');
  const file = readProto(`syntax = "proto3"; service S { rpc f (M) returns (M); } message M { ${fields} }`);
  expect(() => interfaceOf(file, 'S', new Notes())).toThrow('import.too-large');
  expect(() => readIdl(' '.repeat(300_001), 'proto')).toThrow('import.too-large');
});
