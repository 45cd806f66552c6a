wrk.headers["If-None-Match"] = os.getenv("TAG")
