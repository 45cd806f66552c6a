// Asks the service with the generated client; fails when an answer is not what the contract promises.
import { strict as assert } from "node:assert";
import { Configuration, DigibanksApi, DigihubsApi, GuideApi, ResponseError, ServiceCode } from "./index";

async function main(address: string) {
  const configuration = new Configuration({ basePath: address });
  const guide = await new GuideApi(configuration).getGuide({ postalCode: "8500" });
  assert.equal(guide.place?.locality, "Kortrijk");
  assert.ok(guide.partners.length > 0 && guide.servicePoints.length === 5);
  const digibanks = new DigibanksApi(configuration);
  const points = await digibanks.listServicePoints({
    postalCode: "9000",
    service: [ServiceCode.DeviceLoan, ServiceCode.Training],
    pageSize: 3,
  });
  assert.equal(points.items.length, 3);
  assert.ok(points.items.every((point) => point.services.includes(ServiceCode.DeviceLoan)));
  const point = await digibanks.getServicePoint({ id: points.items[0].id });
  assert.equal(point.name, points.items[0].name);
  const partner = await new DigihubsApi(configuration).getPartner({ id: "vives" });
  assert.equal(partner.id, "vives");
  const refused = await digibanks.listServicePoints({ postalCode: "0000" }).catch((error) => error);
  assert.ok(refused instanceof ResponseError && refused.response.status === 400);
  assert.equal((await refused.response.json()).issues[0].name, "postalCode");
  console.log(`TypeScript: ${points.total} points near 9000 lend and train, the nearest is ${point.name}`);
}

void main(process.argv[2]);
