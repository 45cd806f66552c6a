wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = [[{"query":"{ province(id: \"limburg\") { name consortium { knowledgePartners { name kind } } vokaOffices { nodes { name chamber { name } } } } }"}]]
