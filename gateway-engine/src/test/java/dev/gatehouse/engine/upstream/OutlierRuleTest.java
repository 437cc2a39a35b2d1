package dev.gatehouse.engine.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which targets lie apart from the others. */
class OutlierRuleTest {
    private final OutlierRule rule = new OutlierRule(1, 100, 0.1);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'99,98,97,60', '3'", // one of four
        "'99,60', '1'", // one of two
        "'99,92', ''", // within the margin
        "'50,60,70,80,90', ''", // none is like another, so none lies apart
        "'99,99,98,70,60', '4,3'", // two of five, the worst first
        "'40,40,40,40', ''", // all fail alike
        "'0', ''", // nothing to compare with
        "'100,100,100,89', '3'",
    })
    void a_target_lies_apart_by_margin_and_spread(String good, String expected) {
        List<OutlierRule.Tally> tallies = new ArrayList<>();
        for (String each : good.split(",")) {
            TargetState target = new TargetState("10.0.0." + tallies.size() + ":80");
            long well = Long.parseLong(each);
            tallies.add(new OutlierRule.Tally(new Member(tallies.size(), target, 1, 0), well, 100 - well));
        }
        assertThat(rule.find(tallies).stream().map(each -> "" + each.member().index()))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(",")));
    }

    @ParameterizedTest
    @CsvSource({"99, 0", "100, 1"})
    void a_target_with_too_few_requests_is_not_compared(int requests, int found) {
        TargetState target = new TargetState("10.0.0.1:80");
        assertThat(rule.find(List.of(
                        new OutlierRule.Tally(new Member(0, target, 1, 0), 0, requests),
                        new OutlierRule.Tally(new Member(1, target, 1, 0), 1000, 0))))
                .hasSize(found);
    }
}
