using Orleans.Runtime;

namespace Orleans;

/// <summary>The interfaces a grain interface extends; which one says what its key is.</summary>
public interface IGrain : IAddressable;

public interface IGrainWithGuidKey : IGrain;

public interface IGrainWithIntegerKey : IGrain;

public interface IGrainWithStringKey : IGrain;

public interface IGrainWithGuidCompoundKey : IGrain;

public interface IGrainWithIntegerCompoundKey : IGrain;

/// <summary>A plain object that grains may call back.</summary>
public interface IGrainObserver : IAddressable;
