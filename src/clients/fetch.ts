// Asks the service with openapi-fetch and the types of openapi-typescript, both without options: what compiles here is what a
// user gets. Fails when an answer is not what the contract promises.
import { strict as assert } from "node:assert";
import createClient from "openapi-fetch";
import type { components, paths } from "./paths";

type ServicePoint = components["schemas"]["ServicePoint"];

async function main(address: string) {
  const client = createClient<paths>({ baseUrl: address });

  const { data: list } = await client.GET("/v1/service-points", {
    params: { query: { postalCode: "9000", service: ["device-loan", "training"], pageSize: 3 } },
  });
  assert.ok(list);
  const points: ServicePoint[] = list.items;
  assert.equal(points.length, 3);

  const { data: point } = await client.GET("/v1/service-points/{id}", { params: { path: { id: points[0].id } } });
  assert.equal(point?.name, points[0].name);
  const { data: entry } = await client.GET("/v1");
  assert.ok(entry && entry.counts.partners > 0);
  const { data: offices } = await client.GET("/v1/voka-offices", { params: { query: { place: "Gent" } } });
  assert.ok(offices && offices.items[0].evidence.length > 0);
  const { data: features } = await client.GET("/ogc/collections/{collectionId}/items", {
    params: { path: { collectionId: "service-points" }, query: { limit: 2 } },
  });
  assert.equal(features?.features.length, 2);

  const { error } = await client.GET("/v1/service-points", { params: { query: { postalCode: "0000" } } });
  assert.ok(error);
  const status: number | undefined = error.status;
  const names: (string | undefined)[] = (error.issues ?? []).map((issue) => issue.name);
  assert.equal(status, 400);
  assert.deepEqual(names, ["postalCode"]);
  const missing = await client.GET("/v1/partners/{id}", { params: { path: { id: "nobody" } } });
  assert.equal(missing.error?.status, 404);
  console.log(`openapi-fetch: ${list.total} points near 9000 lend and train, the nearest is ${points[0].name}`);
}

void main(process.argv[2]);
