// Composes our graph with a second one and looks at what came of it.
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { composeServices } from "@theguild/federation-composition";
import { buildSchema, parse } from "graphql";

const address = process.argv[2];
const answer = await fetch(`${address}/graphql`, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ query: "{ _service { sdl } }" }),
});
const ours = (await answer.json()).data._service.sdl;
const other = readFileSync(new URL("other.graphql", import.meta.url), "utf8");
const composed = composeServices([
  { name: "digicatalogue", url: `${address}/graphql`, typeDefs: parse(ours) },
  { name: "other", url: "http://other.example/graphql", typeDefs: parse(other) },
]);
assert.deepEqual(composed.errors?.map((error) => error.message) ?? [], []);
const schema = buildSchema(composed.supergraphSdl, { assumeValidSDL: true });
const point = schema.getType("ServicePoint").getFields();
assert.ok(point.volunteers && point.nameplate && point.openingHours, "a point has the fields of both graphs");
assert.ok(schema.getType("Partner").getFields().openVacancies, "so has a partner");
assert.ok(schema.getQueryType().getFields().guide && schema.getQueryType().getFields().volunteers);
console.log(`GraphQL: composed with a second graph, ${Object.keys(schema.getTypeMap()).length} types`);
