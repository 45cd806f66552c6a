/**
 * The digihubs: in each province a consortium of leading Voka chambers and knowledge partners.
 * The data comes from {@code consortia.csv} and {@code consortium-members.csv} (parliamentary answers of 2021 and 2023).
 * The one rule: members are in the order of the source, and a consortium that ended stays listed with its period.
 */
package be.digicatalogue.digihub;
