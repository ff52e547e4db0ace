#!/usr/bin/env python3
"""The shop of docs/write-a-tap.md: a paged JSON API on 127.0.0.1. Prints its port; ends when standard input does."""
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

PAGE = 10
ORDERS = [
    {"id": n, "total": n + 0.25, "paid": n % 2 == 0, "customer": {"email": f"buyer{n}@example.com"},
     "updated_at": f"2024-05-{1 + n // 4:02}T10:00:00Z"}
    for n in range(1, 36)
]
COUNTRIES = [{"code": "DE", "name": "Deutschland"}, {"code": "TR", "name": "Türkiye"}]


class Shop(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlparse(self.path)
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        if self.headers.get("Authorization") != "Bearer s3cret":
            self.answer(401, {"error": "who are you?"})
        elif url.path == "/countries":
            self.answer(200, COUNTRIES)
        elif url.path == "/orders":
            since = asked.get("updated_since", "")
            rows = [order for order in ORDERS if order["updated_at"] >= since]
            page = int(asked.get("page", "1"))
            body = {"items": rows[(page - 1) * PAGE:page * PAGE]}
            if page * PAGE < len(rows):
                body["next"] = f"/orders?page={page + 1}" + (f"&updated_since={since}" if since else "")
            self.answer(200, body)
        else:
            self.answer(404, {"error": "no such thing"})

    def answer(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 0), Shop)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
