"""What "bizops-report metabase --dry-run" asks of a Metabase that has the marts and nothing else; prints its address."""
import json
from http.server import BaseHTTPRequestHandler, HTTPServer

TABLES = {
    "channel_performance": ["channel"],
    "campaign_performance": ["channel"],
    "campaign_performance_period": ["channel", "period_start"],
    "sao_by_source": ["period_start"],
    "pipeline_day": ["owner_id"],
    "pipeline_flow": ["period_start"],
    "pipeline_slipped": ["period_start"],
    "mrr_movement_total": ["month"],
}


def tables():
    field = 0
    for name, columns in TABLES.items():
        fields = []
        for column in columns:
            field += 1
            kind = "type/Date" if column in ("period_start", "month") else "type/Text"
            fields.append({"id": field, "name": column, "base_type": kind})
        yield {"name": name, "schema": "marts", "fields": fields}


ANSWERS = {
    "/api/database": {"data": [{"id": 1, "name": "Warehouse", "engine": "postgres"}], "total": 1},
    "/api/database/1/metadata": {"id": 1, "tables": list(tables())},
    "/api/collection": [],
}


class Metabase(BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps(ANSWERS[self.path]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Metabase)
print("http://127.0.0.1:%d" % server.server_port, flush=True)
server.serve_forever()
