package lianxin.staff;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a cadre besides his number and his time of service.
 *
 * @param rank COUNTY_LEAD, COUNTY_DEPUTY, SECTION_LEAD, SECTION_DEPUTY or STAFF
 * @param phone work phone, printed on the contact card
 * @param skills codes of need categories he is good at
 * @param homeVillage the village he comes from
 * @param capacityMin households at least, null: as the scheme says for his rank
 * @param capacityMax households at most, null: as the scheme says for his rank
 */
public record CadreFacts(
        UUID unit,
        String name,
        String post,
        String rank,
        boolean leader,
        @Nullable String phone,
        List<String> skills,
        @Nullable UUID homeVillage,
        @Nullable Integer capacityMin,
        @Nullable Integer capacityMax) {

    public CadreFacts {
        name = name.strip();
        post = post.strip();
        skills = skills.stream().distinct().sorted().toList();
    }
}
