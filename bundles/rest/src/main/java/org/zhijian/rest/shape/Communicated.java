package org.zhijian.rest.shape;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhijian.core.access.Page;
import org.zhijian.core.events.Events;
import org.zhijian.core.events.Events.Change;
import org.zhijian.core.events.Events.Client;
import org.zhijian.core.events.Events.Grant;
import org.zhijian.core.notices.Delivery;
import org.zhijian.core.notices.Messages.Message;
import org.zhijian.core.notices.OutgoingMessages.Outgoing;

/** What the system tells people and other systems. */
public final class Communicated {
    private Communicated() {}

    /** A message in the caller's desk. */
    public record MessageItem(
            String id,
            @Told("消息类别代码，如 TASK、RETURNED、CLOSED、ANNOUNCED") String kind,
            String title,
            String body,
            @Maybe @Told("相关业务的 id") String caseId,
            Instant at,
            @Told("当前账号是否已读") boolean read) {
        public static MessageItem of(Message message) {
            return new MessageItem(
                    message.id(),
                    message.kind(),
                    message.title(),
                    message.body(),
                    blankToNull(message.caseId()),
                    message.at(),
                    message.read());
        }
    }

    /** How many messages the caller has not read. */
    public record UnreadCount(@Told("未读条数，至多 100") int unread) {}

    /** A change. */
    public record ChangeItem(
            @Told("变更 id，永不改变，可用于去重") String id,
            String jurisdiction,
            Events.Kind kind,
            @Maybe @Told("办事事项或台账的 id") String collection,
            @Told("办件、公告的 id，或台账记录的主键") String objectId,
            @Told("动作代码") String action,
            @Told("变更后的状态等") Map<String, Object> detail,
            Instant at) {
        public static ChangeItem of(Change change) {
            return new ChangeItem(
                    change.id(),
                    change.jurisdiction(),
                    change.kind(),
                    blankToNull(change.collection()),
                    change.objectId(),
                    change.action(),
                    change.detail(),
                    change.at());
        }
    }

    /** Changes in the order of their commits. */
    public record ChangeListing(List<ChangeItem> items, @Told("作为 after 传入即得此后的变更；始终有值，暂无新变更时请稍后再取") String next) {
        public static ChangeListing of(Page<Change> page) {
            return new ChangeListing(page.items().stream().map(ChangeItem::of).toList(), page.next());
        }
    }

    /** What a client may follow. */
    public record GrantItem(
            @Told("辖区 id，* 为全部") String jurisdiction, @Told("CASE、RECORD、ANNOUNCEMENT，* 为全部") String kind) {}

    /** An agency's account. */
    public record ClientItem(String clientId, String name, List<GrantItem> grants) {
        public static ClientItem of(Client client) {
            return new ClientItem(
                    client.clientId(),
                    client.name(),
                    client.grants().stream()
                            .map(grant -> new GrantItem(grant.jurisdiction(), grant.kind()))
                            .toList());
        }
    }

    /** Sets what a client may follow. */
    public record GrantsCommand(List<GrantItem> grants) {
        public List<Grant> toCore() {
            return grants.stream()
                    .map(grant -> new Grant(grant.jurisdiction(), grant.kind()))
                    .toList();
        }
    }

    /** A message of the outbox. */
    public record OutgoingItem(
            String id,
            @Told("发送标识，每次重发相同") String clientMsgId,
            @Told("SMS、AGENCY") String channel,
            String jurisdiction,
            @Told("接收方；手机号已脱敏") String target,
            @Told("短信模板或对外接口") String template,
            @Told("短信模板或对外接口的名称") String title,
            @Maybe String caseId,
            Delivery state,
            int tries,
            Instant createdAt,
            @Maybe @Told("下次发送时间") Instant dueAt,
            @Maybe @Told("送达或放弃的时间") Instant endedAt,
            @Maybe @Told("未送达的原因") String reason,
            @Told("是否已由人工放弃") boolean abandoned) {
        public static OutgoingItem of(Outgoing message) {
            return new OutgoingItem(
                    message.id(),
                    message.clientMsgId(),
                    message.medium().name(),
                    message.jurisdiction(),
                    message.target(),
                    message.template(),
                    message.title(),
                    blankToNull(message.caseId()),
                    message.state(),
                    message.tries(),
                    message.createdAt(),
                    message.dueAt(),
                    message.endedAt(),
                    blankToNull(message.reason()),
                    message.abandoned());
        }
    }

    /** Why something is done. */
    public record ReasonCommand(@Told("原因") String reason) {}

    /** A notice of an office. */
    public record NoticeCommand(String title, @Told("正文，段落以换行分隔") String body) {}

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
