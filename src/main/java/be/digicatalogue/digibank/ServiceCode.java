package be.digicatalogue.digibank;

import be.digicatalogue.fact.Coded;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** A service that a service point can offer, in list order. */
@Enum("ServiceCode")
@Description("A service that a service point can offer.")
public enum ServiceCode implements Coded {
    @Description("Borrow a laptop or other hardware.")
    DEVICE_LOAN,
    @Description("Hand in used hardware.")
    HARDWARE_COLLECTION,
    @Description("Lessons in digital skills.")
    TRAINING,
    @Description("Walk-in help with digital questions.")
    OPEN_HELPDESK,
    @Description("Guidance to essential online services.")
    ESSENTIAL_SERVICES,
    @Description("Repair of devices.")
    REPAIR,
    @Description("Computers to use on the spot.")
    PUBLIC_COMPUTERS,
    @Description("Free wireless internet.")
    WIFI
}
