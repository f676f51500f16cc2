package lianxin.registry;

import java.util.List;

/**
 * What is kept of a household besides its number and village.
 *
 * @param head name of its head (户主), 1 to 40 characters
 * @param group village group (村民小组), 0 when unknown
 * @param size people in it, 1 to 60
 */
public record HouseholdFacts(String head, int group, int size, List<Need> needs) {

    public HouseholdFacts {
        head = head.strip();
        needs = List.copyOf(needs);
    }
}
