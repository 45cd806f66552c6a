// Reads the schema file with graphql-js and makes types of it with GraphQL Code Generator, as clients do.
// Usage: node schema.mjs <address of a running service> <schema file> <folder of documents> <file for the types>
import { strict as assert } from "node:assert";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as types from "@graphql-codegen/typescript";
import * as operations from "@graphql-codegen/typescript-operations";
import {
  buildClientSchema,
  buildSchema,
  findBreakingChanges,
  getIntrospectionQuery,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  printSchema,
  validate,
  validateSchema,
} from "graphql";
import ts from "typescript";

const [address, file, folder, output] = process.argv.slice(2);
const schema = buildSchema(readFileSync(file, "utf8"));
assert.deepEqual(validateSchema(schema), []);

const scalars = Object.values(schema.getTypeMap()).filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
assert.deepEqual(scalars.map((scalar) => scalar.name).sort(), ["BigDecimal", "Date", "DateTime"]);
for (const scalar of scalars) {
  assert.ok(scalar.description, `${scalar.name} has no description`);
  assert.equal(new URL(scalar.specifiedByURL).protocol, "https:", scalar.name);
}
const sinceArguments = [schema.getQueryType().getFields().changes, schema.getSubscriptionType().getFields().catalogueChanged];
for (const field of sinceArguments) {
  assert.equal(String(field.args.find((argument) => argument.name === "since").type), "Int", field.name);
}
for (const name of ["Catalogue", "Change", "PublishedRevision"]) {
  assert.equal(String(schema.getType(name).getFields().revision.type), "Int!", name);
}

const answer = await fetch(`${address}/graphql`, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ query: getIntrospectionQuery({ specifiedByUrl: true }) }),
});
const served = buildClientSchema((await answer.json()).data);
const lacking = findBreakingChanges(schema, served).filter((change) => !change.type.startsWith("DIRECTIVE"));
assert.deepEqual(lacking, [], "the service lacks something of the file");
for (const scalar of scalars) {
  assert.equal(served.getType(scalar.name).specifiedByURL, scalar.specifiedByURL, scalar.name);
}

const documents = readdirSync(folder).map((name) => ({
  location: name,
  document: parse(readFileSync(join(folder, name), "utf8")),
}));
for (const { location, document } of documents) {
  assert.deepEqual(validate(schema, document), [], location);
}
const config = { strictScalars: true, scalars: { BigDecimal: "number", Date: "string", DateTime: "string" } };
const generated = await codegen({
  schema: parse(printSchema(schema)),
  documents,
  filename: output,
  config,
  plugins: [{ types: {} }, { operations: {} }],
  pluginMap: { types, operations },
});
assert.match(generated, /revision: (Scalars\['Int'\]\['output'\]|number);/);
writeFileSync(output, generated);
const program = ts.createProgram([output], { strict: true, noEmit: true, types: [], target: ts.ScriptTarget.ES2022 });
assert.deepEqual(ts.getPreEmitDiagnostics(program).map((problem) => problem.messageText), []);
console.log(`GraphQL: graphql-js reads ${Object.keys(schema.getTypeMap()).length} types of the schema`);
