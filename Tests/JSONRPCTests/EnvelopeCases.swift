/// Messages and what they are read as: those of the specification's examples, and those at the edges.
enum EnvelopeCases {
    typealias Single = (shows: String, text: String, expected: String)
    typealias Batch = (shows: String, text: String, expected: [String])

    static let singles: [Single] = calls + responses + invalid

    static let calls: [Single] = [
        (
            "a call by position", #"{"jsonrpc":"2.0","method":"multiply","params":[6,7],"id":1}"#,
            "request 1 multiply array"
        ),
        (
            "the same by position in another order", #"{"jsonrpc":"2.0","method":"multiply","params":[7,6],"id":2}"#,
            "request 2 multiply array"
        ),
        (
            "a call by name", #"{"jsonrpc":"2.0","method":"multiply","params":{"by":7,"what":6},"id":3}"#,
            "request 3 multiply object"
        ),
        (
            "a notification with params", #"{"jsonrpc":"2.0","method":"tick","params":[1,2,3]}"#,
            "notification tick array"
        ),
        ("a notification without params", #"{"jsonrpc":"2.0","method":"tock"}"#, "notification tock"),
        (
            "a call of a method that nobody has", #"{"jsonrpc":"2.0","method":"nobody","id":"1"}"#,
            #"request "1" nobody"#
        ),
        ("members in another order", #"{"id":1,"params":{},"method":"m","jsonrpc":"2.0"}"#, "request 1 m object"),
        ("an id of null, which is answered", #"{"jsonrpc":"2.0","method":"m","id":null}"#, "request null m"),
        ("a negative id", #"{"jsonrpc":"2.0","method":"m","id":-5}"#, "request -5 m"),
        ("an id with escapes", #"{"jsonrpc":"2.0","method":"m","id":"\u0061"}"#, #"request "\u0061" m"#),
        ("an empty id", #"{"jsonrpc":"2.0","method":"m","id":""}"#, #"request "" m"#),
        ("an empty method", #"{"jsonrpc":"2.0","method":"","id":1}"#, "request 1 "),
        (
            "a method of any text", #"{"jsonrpc":"2.0","method":"no such\u0020thing 😀","id":1}"#,
            "request 1 no such thing 😀"
        ),
        ("a reserved method", #"{"jsonrpc":"2.0","method":"rpc.anything","id":1}"#, "request 1 rpc.anything"),
        ("names with escapes", #"{"\u006asonrpc":"2.0","m\u0065thod":"m","\u0069d":1}"#, "request 1 m"),
        ("empty params", #"{"jsonrpc":"2.0","method":"m","params":[],"id":1}"#, "request 1 m array"),
        ("whitespace everywhere", #" { "jsonrpc" : "2.0" , "method" : "m" , "id" : 1 } "#, "request 1 m"),
    ]

    static let responses: [Single] = [
        ("an answer with a result", #"{"jsonrpc":"2.0","id":1,"result":19}"#, "response"),
        ("an answer with an error", #"{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"m"}}"#, "response"),
        ("an answer without an id", #"{"jsonrpc":"2.0","id":null,"error":{}}"#, "response"),
        ("an answer of an older version", #"{"id":1,"result":null,"error":null}"#, "response"),
    ]

    static let invalid: [Single] = [
        ("a method that is a number", #"{"jsonrpc":"2.0","method":1,"params":"bar"}"#, "invalid null"),
        ("an empty batch", "[]", "invalid null"),
        ("an empty object", "{}", "invalid null"),
        ("a number", "1", "invalid null"),
        ("a text", #""m""#, "invalid null"),
        ("null", "null", "invalid null"),
        ("true", "true", "invalid null"),
        ("no version", #"{"method":"m","id":1}"#, "invalid 1"),
        ("an older version", #"{"jsonrpc":"1.0","method":"m","id":1}"#, "invalid 1"),
        ("a version that is a number", #"{"jsonrpc":2.0,"method":"m","id":1}"#, "invalid 1"),
        ("a longer version", #"{"jsonrpc":"2.0.0","method":"m","id":1}"#, "invalid 1"),
        ("a version of null", #"{"jsonrpc":null,"method":"m","id":"x"}"#, #"invalid "x""#),
        ("no method", #"{"jsonrpc":"2.0","id":7}"#, "invalid 7"),
        ("a method of null", #"{"jsonrpc":"2.0","method":null,"id":7}"#, "invalid 7"),
        ("a method that is an array", #"{"jsonrpc":"2.0","method":["m"],"id":7}"#, "invalid 7"),
        ("params of null", #"{"jsonrpc":"2.0","method":"m","params":null,"id":7}"#, "invalid 7"),
        ("params that are a text", #"{"jsonrpc":"2.0","method":"m","params":"p","id":7}"#, "invalid 7"),
        ("params that are a number", #"{"jsonrpc":"2.0","method":"m","params":1,"id":7}"#, "invalid 7"),
        ("params that are false", #"{"jsonrpc":"2.0","method":"m","params":false,"id":7}"#, "invalid 7"),
        ("a notification with params of null", #"{"jsonrpc":"2.0","method":"m","params":null}"#, "invalid null"),
        ("an id with a fraction", #"{"jsonrpc":"2.0","method":"m","id":1.5}"#, "invalid null"),
        ("an id with an exponent", #"{"jsonrpc":"2.0","method":"m","id":1e2}"#, "request 1e2 m"),
        ("an id with a negative exponent", #"{"jsonrpc":"2.0","method":"m","id":1e-2}"#, "invalid null"),
        ("an id that is true", #"{"jsonrpc":"2.0","method":"m","id":true}"#, "invalid null"),
        ("an id that is an object", #"{"jsonrpc":"2.0","method":"m","id":{}}"#, "invalid null"),
        ("an id that is an array", #"{"jsonrpc":"2.0","method":"m","id":[1]}"#, "invalid null"),
        (
            "an id that is too long",
            #"{"jsonrpc":"2.0","method":"m","id":"\#(String(repeating: "x", count: 129))"}"#, "invalid null"
        ),
        ("one member more", #"{"jsonrpc":"2.0","method":"m","id":1,"extra":0}"#, "invalid 1"),
        ("a name in capitals", #"{"jsonrpc":"2.0","Method":"m","id":1}"#, "invalid 1"),
        ("a call with a result", #"{"jsonrpc":"2.0","method":"m","id":1,"result":0}"#, "invalid 1"),
        ("a call with an error", #"{"jsonrpc":"2.0","method":"m","id":1,"error":0}"#, "invalid 1"),
    ]

    static let batches: [Batch] = [
        ("one thing that is no message", "[1]", ["invalid null"]),
        ("three things that are no messages", "[1,2,3]", ["invalid null", "invalid null", "invalid null"]),
        (
            "two notifications", #"[{"jsonrpc":"2.0","method":"a","params":[1]},{"jsonrpc":"2.0","method":"b"}]"#,
            ["notification a array", "notification b"]
        ),
        (
            "all sorts",
            #"""
            [{"jsonrpc":"2.0","method":"sum","params":[1,2,4],"id":"1"},{"jsonrpc":"2.0","method":"note","params":[7]},
            {"foo":"boo"},{"jsonrpc":"2.0","method":"get","params":{"name":"me"},"id":"5"},[],{"jsonrpc":"2.0","id":3,
            "result":1},{"jsonrpc":"2.0","method":"data","id":9},null]
            """#,
            [
                #"request "1" sum array"#, "notification note array", "invalid null", #"request "5" get object"#,
                "invalid null", "response", "request 9 data", "invalid null",
            ]
        ),
        ("an empty batch inside a batch", "[[]]", ["invalid null"]),
        ("a batch inside a batch", #"[[{"jsonrpc":"2.0","method":"m","id":1}]]"#, ["invalid null"]),
        (
            "the same id twice", #"[{"jsonrpc":"2.0","method":"a","id":1},{"jsonrpc":"2.0","method":"b","id":1}]"#,
            ["request 1 a", "request 1 b"]
        ),
        ("an invalid one that has an id", #"[{"jsonrpc":"2.0","id":4,"method":false}]"#, ["invalid 4"]),
    ]

    static let faults: [(text: String, word: String)] = [
        ("1", "object"),
        ("[]", "empty batch"),
        (#"{"method":"m","id":1}"#, "'jsonrpc'"),
        (#"{"jsonrpc":"2.0","id":1}"#, "'method'"),
        (#"{"jsonrpc":"2.0","id":1,"method":"m","params":null}"#, "'params'"),
        (#"{"jsonrpc":"2.0","id":1.5,"method":"m"}"#, "id"),
        (#"{"jsonrpc":"2.0","id":1,"method":"m","more":1}"#, "only the members"),
    ]
}
