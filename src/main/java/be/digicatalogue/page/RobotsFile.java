package be.digicatalogue.page;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** The rules for programs that crawl the pages (RFC 9309). */
@Singleton
public class RobotsFile implements Page {

    @Override
    public String address() {
        return "/robots.txt";
    }

    @Override
    public boolean inEveryLanguage() {
        return false;
    }

    @Override
    public PageAnswer show(Visit visit) {
        return PageAnswer.file(
                "text/plain;charset=UTF-8",
                ("User-agent: *\nDisallow: /admin/\nDisallow: /q/\nSitemap: " + visit.base() + SitemapFile.ADDRESS
                                + "\n")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
