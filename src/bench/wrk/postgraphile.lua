-- As near as its schema comes to graphql.lua: the same facts by the same joins.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = [[{"query":"{ provinceByRowId(rowId: \"limburg\") { nameNl consortiumByProvince { consortiumMembersByProvince { nodes { organisationByOrganisation { name kind } } } } } allVokaOffices(first: 2) { nodes { name organisationByChamber { name } } } }"}]]
