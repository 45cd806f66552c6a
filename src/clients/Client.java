import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.DigibanksApi;
import org.openapitools.client.api.DigihubsApi;
import org.openapitools.client.api.GuideApi;
import org.openapitools.client.model.ServiceCode;

/** Asks the service with the generated client; fails when an answer is not what the contract promises. */
public final class Client {

    private Client() {}

    public static void main(String[] arguments) throws ApiException {
        var client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        var guide = new GuideApi(client)
                .getGuide(GuideApi.APIGetGuideRequest.newBuilder().postalCode("8500").build());
        check(guide.getPlace().getLocality().equals("Kortrijk"), guide);
        check(!guide.getPartners().isEmpty() && guide.getServicePoints().size() == 5, guide);
        var digibanks = new DigibanksApi(client);
        var services = List.of(ServiceCode.DEVICE_LOAN, ServiceCode.TRAINING);
        var points = near(digibanks, "9000", services);
        check(points.getItems().size() == 3, points);
        check(points.getItems().stream().allMatch(point -> point.getServices().containsAll(services)), points);
        var point = digibanks.getServicePoint(DigibanksApi.APIGetServicePointRequest.newBuilder()
                .id(points.getItems().get(0).getId())
                .build());
        check(point.getName().equals(points.getItems().get(0).getName()), point);
        var partner = new DigihubsApi(client)
                .getPartner(DigihubsApi.APIGetPartnerRequest.newBuilder().id("vives").build());
        check(partner.getId().equals("vives"), partner);
        try {
            near(digibanks, "0000", services);
            throw new AssertionError("an unknown postal code was taken");
        } catch (ApiException refused) {
            check(refused.getCode() == 400 && refused.getResponseBody().contains("postalCode"), refused.getMessage());
        }
        System.out.println("Java: " + points.getTotal() + " points near 9000 lend and train, the nearest is "
                + point.getName());
    }

    private static org.openapitools.client.model.ServicePointList near(
            DigibanksApi digibanks, String postalCode, List<ServiceCode> services) throws ApiException {
        return digibanks.listServicePoints(DigibanksApi.APIListServicePointsRequest.newBuilder()
                .postalCode(postalCode)
                .service(services)
                .pageSize(3)
                .build());
    }

    private static void check(boolean holds, Object told) {
        if (!holds) {
            throw new AssertionError(String.valueOf(told));
        }
    }
}
