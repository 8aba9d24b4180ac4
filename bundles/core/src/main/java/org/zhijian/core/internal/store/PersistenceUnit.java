package org.zhijian.core.internal.store;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.openjpa.persistence.PersistenceProviderImpl;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.AgencyGrantEntity;
import org.zhijian.core.internal.store.entity.AnnouncementEntity;
import org.zhijian.core.internal.store.entity.AttachmentEntity;
import org.zhijian.core.internal.store.entity.AuditStreamEntity;
import org.zhijian.core.internal.store.entity.CalendarDayEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.CaseTextEntity;
import org.zhijian.core.internal.store.entity.ChallengeEntity;
import org.zhijian.core.internal.store.entity.ChangeEntity;
import org.zhijian.core.internal.store.entity.CheckpointEntity;
import org.zhijian.core.internal.store.entity.CoReviewEntity;
import org.zhijian.core.internal.store.entity.DefinitionEntity;
import org.zhijian.core.internal.store.entity.DelegationEntity;
import org.zhijian.core.internal.store.entity.DemoSmsEntity;
import org.zhijian.core.internal.store.entity.DocumentEntity;
import org.zhijian.core.internal.store.entity.EmploymentEntity;
import org.zhijian.core.internal.store.entity.EventEntity;
import org.zhijian.core.internal.store.entity.FaultEntity;
import org.zhijian.core.internal.store.entity.IdempotencyEntity;
import org.zhijian.core.internal.store.entity.IntakeEntity;
import org.zhijian.core.internal.store.entity.LockEntity;
import org.zhijian.core.internal.store.entity.MobileChangeEntity;
import org.zhijian.core.internal.store.entity.ModuleEntity;
import org.zhijian.core.internal.store.entity.NoticeEntity;
import org.zhijian.core.internal.store.entity.NoticeReadEntity;
import org.zhijian.core.internal.store.entity.OfficeEntity;
import org.zhijian.core.internal.store.entity.OldAccountEntity;
import org.zhijian.core.internal.store.entity.OrganisationEntity;
import org.zhijian.core.internal.store.entity.OutboxEntity;
import org.zhijian.core.internal.store.entity.PersonEntity;
import org.zhijian.core.internal.store.entity.PlatformIdentityEntity;
import org.zhijian.core.internal.store.entity.QrSignInEntity;
import org.zhijian.core.internal.store.entity.ReceiptEntity;
import org.zhijian.core.internal.store.entity.RecordEntity;
import org.zhijian.core.internal.store.entity.RecordHistoryEntity;
import org.zhijian.core.internal.store.entity.RecordIndexEntity;
import org.zhijian.core.internal.store.entity.RegistrationEntity;
import org.zhijian.core.internal.store.entity.RegistrationTryEntity;
import org.zhijian.core.internal.store.entity.SealedEntity;
import org.zhijian.core.internal.store.entity.SequenceEntity;
import org.zhijian.core.internal.store.entity.SessionEntity;
import org.zhijian.core.internal.store.entity.SignInFailureEntity;
import org.zhijian.core.internal.store.entity.SmsCodeEntity;
import org.zhijian.core.internal.store.entity.SourceEntity;
import org.zhijian.core.internal.store.entity.SubjectEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.UnsealedEntity;
import org.zhijian.core.internal.store.entity.UsbKeyEntity;
import org.zhijian.core.internal.store.entity.VerificationEntity;

/** The one persistence unit. Classes are enhanced at build time; a class that is not is a fault. */
final class PersistenceUnit implements PersistenceUnitInfo {
    private static final List<Class<?>> ENTITIES = List.of(
            AccountEntity.class,
            AgencyGrantEntity.class,
            AnnouncementEntity.class,
            AttachmentEntity.class,
            AuditStreamEntity.class,
            CaseEntity.class,
            ChangeEntity.class,
            CaseTextEntity.class,
            CheckpointEntity.class,
            CalendarDayEntity.class,
            CaseEntity.class,
            CaseTextEntity.class,
            CoReviewEntity.class,
            ChallengeEntity.class,
            DefinitionEntity.class,
            DemoSmsEntity.class,
            DocumentEntity.class,
            DelegationEntity.class,
            EmploymentEntity.class,
            EventEntity.class,
            FaultEntity.class,
            IdempotencyEntity.class,
            IntakeEntity.class,
            LockEntity.class,
            NoticeEntity.class,
            NoticeReadEntity.class,
            MobileChangeEntity.class,
            ModuleEntity.class,
            OfficeEntity.class,
            OrganisationEntity.class,
            OutboxEntity.class,
            PersonEntity.class,
            QrSignInEntity.class,
            ReceiptEntity.class,
            RecordEntity.class,
            RecordHistoryEntity.class,
            RecordIndexEntity.class,
            OldAccountEntity.class,
            RegistrationEntity.class,
            RegistrationTryEntity.class,
            SealedEntity.class,
            SequenceEntity.class,
            SessionEntity.class,
            SignInFailureEntity.class,
            SmsCodeEntity.class,
            SourceEntity.class,
            SubjectEntity.class,
            TaskEntity.class,
            UnsealedEntity.class,
            VerificationEntity.class,
            PlatformIdentityEntity.class,
            UsbKeyEntity.class);

    private final DataSource connections;

    PersistenceUnit(DataSource connections) {
        this.connections = connections;
    }

    @Override
    public String getPersistenceUnitName() {
        return "zhijian";
    }

    @Override
    public String getPersistenceProviderClassName() {
        return PersistenceProviderImpl.class.getName();
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return connections;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return null;
    }

    @Override
    public List<String> getManagedClassNames() {
        return ENTITIES.stream().map(Class::getName).toList();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        Properties properties = new Properties();
        properties.put("openjpa.Log", "slf4j");
        properties.put("openjpa.RuntimeUnenhancedClasses", "unsupported");
        properties.put("openjpa.DynamicEnhancementAgent", "false");
        properties.put(
                "openjpa.MetaDataFactory",
                "jpa(Types=" + getManagedClassNames().stream().collect(Collectors.joining(";")) + ")");
        properties.put("openjpa.jdbc.SynchronizeMappings", "false");
        properties.put("openjpa.jdbc.DBDictionary", "BatchLimit=50");
        return properties;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.0";
    }

    @Override
    public ClassLoader getClassLoader() {
        return PersistenceUnit.class.getClassLoader();
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // Classes were enhanced when they were built.
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return PersistenceUnit.class.getClassLoader();
    }
}
