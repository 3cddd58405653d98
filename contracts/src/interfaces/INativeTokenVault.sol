// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Native token vault, both layers
/// @notice Locks tokens that are native to this layer, burns and mints the representations of tokens that are native elsewhere.
/// An asset is named keccak(abi.encode(origin chain id, 0x…10004, origin token)) on every layer. Everything that moves funds: only the asset router.
interface INativeTokenVault {
    event TokenRegistered(address indexed token, bytes32 indexed assetId, uint256 originChainId);
    event BridgeBurn(
        uint256 indexed chainId, bytes32 indexed assetId, address indexed sender, address receiver, uint256 amount
    );
    event BridgeMint(uint256 indexed chainId, bytes32 indexed assetId, address receiver, uint256 amount);

    // 0x8e4a23d6
    error Unauthorized(address caller);
    // 0xd92e233d
    error ZeroAddress();
    // 0x5e85ae73
    error AmountMustBeGreaterThanZero();
    // 0x1294e9e1
    error AssetIdMismatch(bytes32 expected, bytes32 supplied);
    // 0x04a0b7e9
    error AssetIdNotSupported(bytes32 assetId);
    // 0x1f73225f
    error AddressMismatch(address expected, address supplied);
    // 0x626ade30
    error ValueMismatch(uint256 expected, uint256 actual);
    // 0x06439c6b
    error TokenNotSupported(address token);
    // 0x4f4b634e
    error TokenAlreadyRegistered(address token);
    // 0x94dba6b0
    error TokensWithFeesNotSupported(uint256 expected, uint256 received);
    // 0x84027694
    error MalformedData(uint256 length);
    // 0xf160618e
    error UnsupportedMetadataVersion(bytes1 version);

    /// @notice Id of a registered token, zero otherwise.
    function assetId(address token) external view returns (bytes32);

    /// @notice Address on this layer of a registered asset, zero otherwise.
    function tokenAddress(bytes32 assetId) external view returns (address);

    /// @notice Chain where a registered asset is native, zero otherwise.
    function originChainId(bytes32 assetId) external view returns (uint256);

    function L1_CHAIN_ID() external view returns (uint256);
    function ASSET_ROUTER() external view returns (address);

    /// @notice The beacon that every bridged token of this vault follows.
    function bridgedTokenBeacon() external view returns (address);

    /// @notice Where the representation of a token of another chain is, or will be.
    function calculateCreate2TokenAddress(uint256 tokenOriginChainId, address originToken)
        external
        view
        returns (address);

    /// @notice 0x01 ‖ abi.encode(origin chain id, raw results of name(), symbol(), decimals()); empty results for functions the token lacks.
    function getERC20Getters(address token, uint256 tokenOriginChainId) external view returns (bytes memory);

    /// @notice Registers a token native to this layer. Anyone; reverts when it is registered already.
    function registerToken(address nativeToken) external;

    /// @notice Registers a token native to this layer unless it is registered. Anyone.
    function ensureTokenIsRegistered(address nativeToken) external returns (bytes32);

    /// @notice Registers the token named in burn data when it is native to this layer and its id is `expectedAssetId`. Anyone.
    function tryRegisterTokenFromBurnData(bytes calldata burnData, bytes32 expectedAssetId) external;

    /// @notice Takes an asset out of circulation on this layer and returns the data with which the other side releases it.
    /// @param data abi.encode(uint256 amount, address receiver, address token or zero)
    function bridgeBurn(uint256 chainId, bytes32 assetId, address originalCaller, bytes calldata data)
        external
        payable
        returns (bytes memory);

    /// @notice Releases an asset on this layer.
    /// @param data abi.encode(sender, receiver, originToken, amount, metadata)
    function bridgeMint(uint256 chainId, bytes32 assetId, bytes calldata data) external;
}
